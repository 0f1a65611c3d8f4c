use crate::fault::{cut, gateway_error, html_page, in_charset};
use crate::reply::{Failure, respond};
use crate::{Fault, Request, Response, Simulator, When};

/// How a request that may go wrong ends for the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    /// Something came back.
    Answered {
        /// What came back, which need not be Netvisor's answer.
        response: Response,
        /// After how many milliseconds: those of [`Fault::Slow`], else 0. In process it is for the caller to let them
        /// pass, with [`Simulator::set_now`].
        after_ms: u64,
    },
    /// Nothing came back.
    Unanswered(Silence),
}

/// How nothing comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The client waited until it had enough. How long that is, is its own affair.
    Timeout,
    /// The connection broke while the client waited.
    ConnectionReset,
    /// No connection came about.
    ConnectionRefused,
}

impl Simulator {
    /// One request through whatever was planned for it by [`plan_fault`](Self::plan_fault), else drawn by
    /// [`draw_faults`](Self::draw_faults), else without a fault.
    pub fn exchange(&mut self, request: &Request) -> Exchange {
        match self.next_fault() {
            None => answered(self.handle(request)),
            Some(fault) => self.suffer(fault, request),
        }
    }

    fn suffer(&mut self, fault: Fault, request: &Request) -> Exchange {
        match fault {
            Fault::LostBefore => Exchange::Unanswered(Silence::Timeout),
            Fault::LostAfterCommit => {
                self.handle(request);
                Exchange::Unanswered(Silence::Timeout)
            }
            Fault::CommittedLate { after_ms } => {
                self.take_late(request, after_ms);
                Exchange::Unanswered(Silence::Timeout)
            }
            Fault::Slow { ms } => Exchange::Answered { response: self.handle(request), after_ms: ms },
            Fault::Status { code, when } => {
                self.handle_if(when, request);
                answered(gateway_error(code))
            }
            Fault::Maintenance(spelling) => answered(self.refuse(request, Failure::maintenance(spelling))),
            Fault::TechnicalError(when) => {
                self.handle_if(when, request);
                answered(self.refuse(request, Failure::technical_error()))
            }
            Fault::HtmlPage(when) => {
                self.handle_if(when, request);
                answered(html_page())
            }
            Fault::CutXml { kept_percent } => answered(cut(self.handle(request), kept_percent)),
            Fault::WrongCharset(charset) => answered(in_charset(self.handle(request), charset)),
            Fault::ConnectionReset(when) => {
                self.handle_if(when, request);
                Exchange::Unanswered(Silence::ConnectionReset)
            }
            Fault::ConnectionRefused => Exchange::Unanswered(Silence::ConnectionRefused),
        }
    }

    fn handle_if(&mut self, when: When, request: &Request) {
        if when == When::AfterCommit {
            self.handle(request);
        }
    }

    /// The reply to a request that is not even looked at.
    pub(crate) fn refuse(&self, request: &Request, failure: Failure) -> Response {
        respond(Err(failure), request.wants_http_status(), self.now())
    }
}

fn answered(response: Response) -> Exchange {
    Exchange::Answered { response, after_ms: 0 }
}
