//! Holding a message against its table.

use super::rule::{Content, Occurs, Rule, Value};
use crate::reply::Failure;
use crate::vat;
use crate::xml::Element;

/// Checks one payload element and everything in it.
pub(crate) fn validate(element: &Element, rule: &Rule) -> Result<(), Failure> {
    check_attributes(element, rule)?;
    match rule.content {
        Content::Value(value) => check_value(element, rule, value),
        Content::Sequence(table) => {
            check_no_text(element)?;
            check_sequence(element, table)
        }
        Content::Choice(table) => {
            check_no_text(element)?;
            check_choice(element, table)
        }
    }
}

fn check_attributes(element: &Element, rule: &Rule) -> Result<(), Failure> {
    for (name, value) in &element.attributes {
        let Some(attribute) = rule.attributes.iter().find(|attribute| attribute.name == name) else {
            return Err(not_valid(element, format!("unknown attribute {name}")));
        };
        if !attribute.values.is_empty() && !attribute.values.contains(&value.as_str()) {
            let allowed = attribute.values.join(", ");
            return Err(not_valid(element, format!("attribute {name} is {value}, allowed are {allowed}")));
        }
    }
    match rule.attributes.iter().find(|known| known.required && element.attribute(known.name).is_none()) {
        Some(missing) => Err(not_valid(element, format!("attribute {} is missing", missing.name))),
        None => Ok(()),
    }
}

fn check_value(element: &Element, rule: &Rule, value: Value) -> Result<(), Failure> {
    if let Some(child) = element.children.first() {
        return Err(not_valid(element, format!("unknown element {}", child.name)));
    }
    if element.is_empty() {
        let must_be_filled = matches!(rule.occurs, Occurs::Once | Occurs::Several) && !rule.may_be_empty;
        return if must_be_filled { Err(not_valid(element, "a value is missing".to_owned())) } else { Ok(()) };
    }
    if let Value::Limited(most) = value {
        check_length(element, most)?;
    }
    if let Some(fault) = value.fault(element) {
        return Err(not_valid(element, fault));
    }
    check_vat_code(element)
}

/// Netvisor stops at a text that is too long with an internal error rather than a validation one (§4, known texts).
fn check_length(element: &Element, most: usize) -> Result<(), Failure> {
    let length = element.text.chars().count();
    if length <= most {
        return Ok(());
    }
    Err(Failure::invalid_data(format!(
        "Aineiston käsittelyssä tapahtui virhe. Virhetunniste: {} {length}/{most}",
        element.name
    )))
}

/// A VAT code stands with a rate of its row, wherever the two meet.
fn check_vat_code(element: &Element) -> Result<(), Failure> {
    let Some(code) = element.attribute("vatcode") else { return Ok(()) };
    let percentage = element.text.trim();
    if crate::decimal::read(percentage).is_some_and(|percentage| vat::fits(code, percentage)) {
        return Ok(());
    }
    Err(Failure::invalid_data(format!("VAT code {code} does not fit VAT percentage {percentage}")))
}

fn check_no_text(element: &Element) -> Result<(), Failure> {
    if element.text.trim().is_empty() { Ok(()) } else { Err(not_valid(element, "text between elements".to_owned())) }
}

fn check_sequence(element: &Element, table: &[Rule]) -> Result<(), Failure> {
    // How many rows of the table are behind us, counting the one of the latest element.
    let mut passed = 0;
    for child in &element.children {
        let Some(found) = table.iter().position(|rule| rule.name == child.name) else {
            return Err(not_valid(element, format!("unknown element {}", child.name)));
        };
        let rule = &table[found];
        let again = found + 1 == passed;
        if again && matches!(rule.occurs, Occurs::Once | Occurs::Optional) {
            return Err(not_valid(element, format!("element {} is repeated", child.name)));
        }
        if found + 1 < passed {
            return Err(not_valid(element, format!("element {} is in the wrong place", child.name)));
        }
        if !again {
            check_nothing_missing(element, &table[passed..found])?;
        }
        validate(child, rule)?;
        passed = found + 1;
    }
    check_nothing_missing(element, &table[passed..])
}

fn check_nothing_missing(element: &Element, skipped: &[Rule]) -> Result<(), Failure> {
    match skipped.iter().find(|rule| matches!(rule.occurs, Occurs::Once | Occurs::Several)) {
        Some(missing) => Err(not_valid(element, format!("element {} is missing", missing.name))),
        None => Ok(()),
    }
}

fn check_choice(element: &Element, table: &[Rule]) -> Result<(), Failure> {
    let [child] = element.children.as_slice() else {
        return Err(not_valid(element, format!("holds {} elements instead of one", element.children.len())));
    };
    match table.iter().find(|rule| rule.name == child.name) {
        Some(rule) => validate(child, rule),
        None => Err(not_valid(element, format!("unknown element {}", child.name))),
    }
}

fn not_valid(element: &Element, what: String) -> Failure {
    Failure::not_valid(format!("{}: {what}", element.name))
}
