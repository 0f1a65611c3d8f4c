use serde::Deserialize;

use super::State;
use super::product::{Product, Translations};
use super::register::Entry;

/// What stands between a group and the one above it in the text of a product's group (§3.3).
const BELOW: &str = " / ";

/// A product group to put in, or to give its translations.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProductGroupCard {
    /// Its Finnish name, with those of the groups above it before it: `Vaatteet / Paidat`.
    pub name: String,
    /// Its own name in other languages.
    pub names: Translations,
    /// Its description by language.
    pub descriptions: Translations,
}

/// A product group.
#[derive(Debug, Clone)]
pub(crate) struct ProductGroup {
    /// Its own name.
    pub(crate) name: String,
    /// Its name with those of the groups above it before it.
    pub(crate) path: String,
    /// The group above it.
    pub(crate) parent: Option<u32>,
    pub(crate) names: Translations,
    pub(crate) descriptions: Translations,
}

impl ProductGroup {
    /// Its own name in a language, or else in Finnish.
    pub(crate) fn name_in(&self, language: &str) -> &str {
        self.names.get(language).unwrap_or(&self.name)
    }
}

impl State {
    /// A product's group and its key.
    pub(crate) fn group_of(&self, product: &Product) -> Option<(u32, &ProductGroup)> {
        let key = product.group_key?;
        Some((key, self.groups.get(key)?))
    }

    /// The key of a group, which is made where there is none, and so are those above it.
    pub(crate) fn group_key(&mut self, path: &str) -> u32 {
        if let Some((key, _)) = self.groups.first_named(path.to_owned()) {
            return key;
        }
        let (above, name) = path.rsplit_once(BELOW).map_or((None, path), |(above, name)| (Some(above), name));
        let group = ProductGroup {
            name: name.to_owned(),
            path: path.to_owned(),
            parent: above.map(|above| self.group_key(above)),
            names: Translations::new(),
            descriptions: Translations::new(),
        };
        self.groups.insert(group)
    }

    /// The own name of a product's group; empty where it has none.
    pub(crate) fn group_name(&self, product: &Product) -> &str {
        self.group_of(product).map_or("", |(_, group)| &group.name)
    }

    /// Makes a group, or gives the one of that name its translations.
    pub(crate) fn set_group(&mut self, card: &ProductGroupCard) -> u32 {
        let key = self.group_key(&card.name);
        self.groups.change(key, |group| {
            group.names = card.names.clone();
            group.descriptions = card.descriptions.clone();
        });
        key
    }
}

/// Groups go by their whole name.
impl Entry for ProductGroup {
    type Name = String;

    fn names(&self) -> Vec<String> {
        vec![self.path.clone()]
    }
}
