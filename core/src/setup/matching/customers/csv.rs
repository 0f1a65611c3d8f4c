use std::fmt::Display;

use super::proposals::{Candidate, CustomerProposals};

impl CustomerProposals<'_> {
    /// The proposals for the shop's customer import: `shop_id,name,netvisor_number,score,reason`.
    ///
    /// UTF-8 without a byte order mark, quoted and ended as RFC 4180 has it. `netvisor_number` is the customer code, by which
    /// an export links. Cards without a code are left out: their key in its place could be another card's code. `reason`
    /// holds the reasons with a `+` between them. Only the name is guarded against spreadsheets that would take it for a
    /// formula, by an apostrophe before it: names are there for the reader, ids and codes must arrive as they are.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = String::from("shop_id,name,netvisor_number,score,reason\r\n");
        for proposal in &self.proposals {
            let card = proposal.candidate.card;
            if let Some(code) = card.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
                let weight = proposal.candidate.weight;
                let name = guarded(&proposal.customer.name);
                let reasons = joined(weight.reasons());
                row(&mut csv, [&proposal.customer.id, &name, code, &weight.score().to_string(), &reasons]);
            }
        }
        csv
    }

    /// The ambiguous ones for somebody to choose from, a row for each candidate:
    /// `shop_id,name,cause,netvisor_name,netvisor_number,netvisor_key,score,reason,against`. Of a customer without listed
    /// candidates there is one row with nothing after the cause.
    #[must_use]
    pub fn ambiguous_to_csv(&self) -> String {
        let mut csv =
            String::from("shop_id,name,cause,netvisor_name,netvisor_number,netvisor_key,score,reason,against\r\n");
        for ambiguous in &self.ambiguous {
            let customer = ambiguous.customer;
            let name = guarded(&customer.name);
            let cause = ambiguous.cause.as_str();
            for Candidate { card, weight } in &ambiguous.candidates {
                let cells = [
                    &customer.id,
                    &name,
                    cause,
                    &guarded(&card.name),
                    card.code.as_deref().unwrap_or_default(),
                    &card.netvisor_key.to_string(),
                    &weight.score().to_string(),
                    &joined(weight.reasons()),
                    &joined(weight.against()),
                ];
                row(&mut csv, cells);
            }
            if ambiguous.candidates.is_empty() {
                row(&mut csv, [&customer.id, &name, cause, "", "", "", "", "", ""]);
            }
        }
        csv
    }
}

fn joined(words: impl Iterator<Item = impl Display>) -> String {
    words.map(|word| word.to_string()).collect::<Vec<_>>().join("+")
}

/// The text with an apostrophe before it where a spreadsheet would reckon with it.
fn guarded(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

/// Writes a row (RFC 4180); what begins or ends with a blank is quoted too, so that no reader takes it off.
fn row<const N: usize>(csv: &mut String, cells: [&str; N]) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            csv.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) || cell.trim() != cell {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}
