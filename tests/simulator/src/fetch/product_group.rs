//! getproductgroups.nv (§3.6), and what narrows lists by group.

use super::language::texts;
use super::search_language;
use crate::reply::Failure;
use crate::request::Query;
use crate::state::{ProductGroup, State};
use crate::xml::XmlWriter;

pub(super) fn list(state: &State, query: &Query) -> Result<String, Failure> {
    let filter = GroupFilter::read(query)?;
    let hierarchy = query.value("replyoptions") == Some("1");
    let mut writer = XmlWriter::default();
    writer.block("ProductGroups", &[], |list| {
        for (key, group) in state.groups.iter().filter(|group| filter.lets_in(Some(*group))) {
            list.block("ProductGroup", &[], |entry| {
                entry.text("NetvisorKey", key);
                entry.block("ProductGroupNameTranslations", &[], |block| {
                    for (language, text) in texts(state, &group.name, &group.names) {
                        block.text_with("Translation", &[("Language", language)], text);
                    }
                });
                entry.block("ProductGroupDescriptionTranslations", &[], |block| {
                    let finnish = group.descriptions.get("FI").map_or("", String::as_str);
                    let described = texts(state, finnish, &group.descriptions).filter(|(_, text)| !text.is_empty());
                    for (language, text) in described {
                        block.text_with("Translation", &[("Language", language)], text);
                    }
                });
                if let (true, Some(parent)) = (hierarchy, group.parent) {
                    entry.text("ParentNetvisorKey", parent);
                }
            });
        }
    });
    Ok(writer.finish())
}

/// The parameters about groups, which are the same in three resources. Names are compared without case.
pub(super) struct GroupFilter<'a> {
    keys: Option<Vec<&'a str>>,
    name: Option<String>,
    /// What the name begins with.
    keyword: Option<String>,
    /// What is anywhere in the name.
    free_text: Option<String>,
    excluded_free_text: Option<String>,
    language: &'static str,
}

impl<'a> GroupFilter<'a> {
    pub(super) fn read(query: &'a Query) -> Result<Self, Failure> {
        let word = |name| query.value(name).map(str::to_lowercase);
        Ok(Self {
            keys: query.list("productgroupnetvisorkeys"),
            name: word("productgroupname"),
            keyword: word("productgroupnamekeyword"),
            free_text: word("productgroupnamefreetext"),
            excluded_free_text: word("excludeproductgroupnamefreetext"),
            language: search_language(query)?,
        })
    }

    pub(super) fn lets_in(&self, group: Option<(u32, &ProductGroup)>) -> bool {
        let key = group.map(|(key, _)| key.to_string()).unwrap_or_default();
        let name = group.map_or_else(String::new, |(_, group)| group.name_in(self.language).to_lowercase());
        let within = |text: &String| name.contains(text.as_str());
        self.keys.as_ref().is_none_or(|keys| keys.contains(&&*key))
            && self.name.as_ref().is_none_or(|wanted| name == *wanted)
            && self.keyword.as_ref().is_none_or(|keyword| name.starts_with(keyword.as_str()))
            && self.free_text.as_ref().is_none_or(within)
            && !self.excluded_free_text.as_ref().is_some_and(within)
    }
}
