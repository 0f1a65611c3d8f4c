//! Products with their groups and images.

mod answer;
mod batch;
mod groups;
mod options;
mod place;
mod product;
mod stored;

pub use batch::{CatalogueBatch, CatalogueImage};
pub use groups::CatalogueGroup;
pub use options::{CatalogueOptions, CatalogueSource, ProductLanguage};
pub use product::{CatalogueProduct, CatalogueVariant, GroupOfProduct};

use std::collections::VecDeque;

use serde::Serialize;

use crate::Settings;
use crate::fault::{Error, Fault, FaultCode};
use crate::wire::reply::{Permission, Refusal, Reply, Retry};

use super::changed_since::ChangedSince;
use super::engine::Progress;
use super::task::{Failure, Step, Task, sealed};
use batch::Counts;
use place::{Page, Place, Stage};

/// What a fetch of the catalogue comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CatalogueResult {
    /// How many product groups were handed out.
    pub groups: usize,
    /// How many products were handed out; what is handed out again counts again.
    pub products: usize,
    /// How many were said to be gone.
    pub deleted: usize,
    /// How many images were handed out.
    pub images: usize,
    /// To be given as `changed_since` the next time; `None` until the list has been read.
    pub cursor: Option<String>,
}

/// Fetches the products from one of Netvisor's lists, see [`CatalogueSource`], after their groups and before their images.
///
/// | Source | Asked | Of changes, products that are gone |
/// |---|---|---|
/// | `products` | productlist.nv, then getproduct.nv for 200 at a time | are in the list and not in the details (without details: not in a second list without deleted ones) |
/// | `web_shop` | webshopproductlist.nv, then webshopproductimages.nv for each product and variant | are in a first list without limits and not in a second one of active, published products |
/// | `extended` | extendedproductlist.nv in pages of 200, after each getproductimage.nv for each image | cannot be told: fetch changes from `products` without details, too, or everything from time to time |
///
/// A fetch of all products tells of none that are gone: what does not come is not there.
///
/// Without the right to groups or to images these alone are left out, with the note `fetch_part_not_permitted`. An image that
/// Netvisor refuses or sends unreadable is passed over, with the note `images_missing`.
#[derive(Debug, Clone)]
pub struct Catalogue {
    options: CatalogueOptions,
    /// Before everything that has not been handed out.
    place: Place,
    waiting: Option<Waiting>,
}

/// What has been read and not been handed out yet; never empty.
#[derive(Debug, Clone)]
struct Waiting {
    batches: VecDeque<CatalogueBatch>,
    handed_out: Counts,
    /// Where the fetch stands after the last batch.
    then: Place,
}

impl sealed::Sealed for Catalogue {}

impl Task for Catalogue {
    const KIND: &'static str = "catalogue";
    type Options = CatalogueOptions;
    type Batch = CatalogueBatch;
    type Result = CatalogueResult;

    fn read_options(json: &[u8]) -> Result<CatalogueOptions, Error> {
        options::read_options(json)
    }

    fn begin(options: &CatalogueOptions, _: &Settings) -> Self {
        Self { options: options.clone(), place: Place::begin(options), waiting: None }
    }

    fn next(&mut self, _: i64) -> Step<CatalogueBatch> {
        if let Some(batch) = self.hand_out() {
            return Step::HandOut(batch);
        }
        self.place.stage.request(&self.options).map_or(Step::End, Step::Ask)
    }

    fn take_reply(&mut self, status: u16, body: &[u8], _: i64) -> Result<Reply, Error> {
        let (reply, answer) = answer::read(&self.place, &self.options, status, body)?;
        if let Reply::Done(done) = &reply {
            // Later lists may have been made after something had changed.
            let is_first_list = match self.place.stage {
                Stage::List => true,
                Stage::Page(Page { number, restarts, .. }) => number == 1 && restarts == 0,
                _ => false,
            };
            let mut then = Place { stage: answer.stage, total: answer.total, done: answer.done, ..self.place.clone() };
            if is_first_list {
                then.cursor = done.timestamp.map(ChangedSince::after);
            }
            answer.batches.iter().for_each(|batch| then.counts.add(batch));
            self.wait_for(answer.batches, then);
        }
        Ok(reply)
    }

    fn accept(&mut self, failure: &Failure<'_>, _: i64) -> bool {
        match (&self.place.stage, failure) {
            (Stage::Groups, Failure::Refused(refusal)) if is_not_permitted(refusal) => {
                self.place.missed.groups = true;
                self.place.stage = Stage::first_list(&self.options);
            }
            (Stage::Images { then, .. }, Failure::Refused(refusal)) if is_not_permitted(refusal) => {
                self.place.missed.images = true;
                // Those of the web shop's list were things of their own.
                if self.options.source == CatalogueSource::WebShop {
                    self.place.total = Some(self.place.done);
                }
                self.place.stage = Stage::page(*then);
            }
            (Stage::Images { images, from, then }, failure) if is_of_one_image(failure) => {
                self.place.missed.single_images += 1;
                self.place.done += usize::from(self.options.source == CatalogueSource::WebShop);
                self.place.stage = Stage::after_image(images, *from, *then);
            }
            _ => return false,
        }
        true
    }

    fn progress(&self) -> Progress {
        let Some(waiting) = &self.waiting else { return Progress { total: self.place.total, done: self.place.done } };
        let handed_out = waiting.handed_out.products + waiting.handed_out.deleted;
        Progress { total: waiting.then.total, done: waiting.then.done.min(self.place.done + handed_out) }
    }

    fn notes(&self) -> Vec<Fault> {
        let missed = self.place.missed;
        let not_permitted = |path: &str, resource| {
            let permission = Permission::for_resource(resource);
            let (group, name) = permission.map_or(("?", resource), |permission| (permission.group, permission.name));
            Fault::new(FaultCode::FetchPartNotPermitted, path).with(group).with(name)
        };
        let groups = missed.groups.then(|| not_permitted("/groups", "getproductgroups.nv"));
        let images = missed.images.then(|| not_permitted("/images", "getproductimage.nv"));
        let single = (missed.single_images > 0)
            .then(|| Fault::new(FaultCode::ImagesMissing, "/images").with(missed.single_images));
        groups.into_iter().chain(images).chain(single).collect()
    }

    fn result(&self) -> CatalogueResult {
        let mut counts = self.place.counts;
        let mut cursor = self.place.cursor;
        if let Some(waiting) = &self.waiting {
            counts.groups += waiting.handed_out.groups;
            counts.products += waiting.handed_out.products;
            counts.deleted += waiting.handed_out.deleted;
            counts.images += waiting.handed_out.images;
            cursor = waiting.then.cursor;
        }
        let Counts { groups, products, deleted, images } = counts;
        CatalogueResult { groups, products, deleted, images, cursor: cursor.map(|cursor| cursor.to_string()) }
    }

    fn position(&self) -> String {
        self.place.to_json()
    }

    fn go_to(&mut self, position: &[u8]) -> Option<()> {
        self.place = Place::from_json(position)?;
        self.waiting = None;
        Some(())
    }
}

impl Catalogue {
    fn wait_for(&mut self, batches: VecDeque<CatalogueBatch>, then: Place) {
        if batches.is_empty() {
            self.place = then;
        } else {
            self.waiting = Some(Waiting { batches, handed_out: Counts::default(), then });
        }
    }

    /// The next batch. Only with the last one of an answer the place is past it: until then it is asked for again.
    fn hand_out(&mut self) -> Option<CatalogueBatch> {
        let mut waiting = self.waiting.take()?;
        let batch = waiting.batches.pop_front()?;
        waiting.handed_out.add(&batch);
        if waiting.batches.is_empty() {
            self.place = waiting.then;
        } else {
            self.waiting = Some(waiting);
        }
        Some(batch)
    }
}

fn is_not_permitted(refusal: &Refusal) -> bool {
    refusal.code() == FaultCode::NetvisorServiceAccess
}

/// Whether another image may well come although this one did not.
fn is_of_one_image(failure: &Failure<'_>) -> bool {
    match failure {
        Failure::Refused(refusal) => {
            refusal.retry() == Retry::Never && refusal.code() != FaultCode::NetvisorAuthenticationFailed
        }
        Failure::Unreadable { error, .. } => error.code() == FaultCode::ReplyIncomplete,
        Failure::NoReply(_) => false,
    }
}
