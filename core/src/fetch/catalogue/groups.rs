use std::collections::HashMap;

use serde::Serialize;

use crate::wire::reply::{ProductGroupRow, Translations};

use super::options::ProductLanguage;
use super::product::chosen;

/// What stands between the name of a group and that of the one it belongs to (§3.3).
const BELOW: &str = " / ";
/// How many groups may belong to one another; it also ends a circle of them.
const MAX_LEVELS: usize = 32;

/// A product group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CatalogueGroup {
    /// Netvisor's own key of the group.
    pub netvisor_key: u64,
    /// The key of the group it belongs to; `null` for one at the top, and where that is not known.
    pub parent_key: Option<u64>,
    /// Its name after those of the groups it belongs to: `Vaatteet / Paidat`.
    pub path: Option<String>,
    /// The name in the first of the languages chosen that it has, or in whichever it has.
    pub name: Option<String>,
    /// The name in each of the languages chosen.
    pub names: Translations<'static>,
    /// The description, in the manner of `name`.
    pub description: Option<String>,
    /// The description in each of the languages chosen.
    pub descriptions: Translations<'static>,
}

/// The groups with what they belong to: by the key the reply gives, or else because a name is another one's, ` / `, and its own.
pub(super) fn with_hierarchy(
    rows: Vec<ProductGroupRow<'static>>,
    languages: &[ProductLanguage],
) -> Vec<CatalogueGroup> {
    let found = parents_by_name(&rows);
    let group = |row: ProductGroupRow<'static>| {
        let (name, names) = chosen(row.names, languages);
        let (description, descriptions) = chosen(row.descriptions, languages);
        let (netvisor_key, parent_key) = (row.netvisor_key, row.parent_key);
        CatalogueGroup { netvisor_key, parent_key, path: None, name, names, description, descriptions }
    };
    let mut groups: Vec<CatalogueGroup> = rows.into_iter().map(group).collect();
    let by_key: HashMap<u64, usize> =
        groups.iter().enumerate().map(|(place, group)| (group.netvisor_key, place)).collect();
    let paths: Vec<Option<String>> = groups.iter().map(|group| path(group, &groups, &by_key)).collect();
    for ((group, found), path) in groups.iter_mut().zip(found).zip(paths) {
        group.path = path;
        if let Some(parent_key) = found {
            group.parent_key = Some(parent_key);
            group.name = group.name.take().map(|name| last_part(&name).to_owned());
        }
    }
    groups
}

fn last_part(name: &str) -> &str {
    name.rsplit_once(BELOW).map_or(name, |(_, own)| own)
}

/// Of each group that names none, the group whose whole name, in the same language, stands before the last ` / `. A name may
/// hold ` / ` of its own.
fn parents_by_name(rows: &[ProductGroupRow<'_>]) -> Vec<Option<u64>> {
    let mut by_name: HashMap<(usize, &str), u64> = HashMap::new();
    for row in rows {
        by_name.extend(names(row).map(|name| (name, row.netvisor_key)));
    }
    let parent = |row: &ProductGroupRow<'_>| {
        let above = |(language, name): (usize, &str)| {
            let (above, _) = name.rsplit_once(BELOW)?;
            by_name.get(&(language, above)).copied()
        };
        names(row).find_map(above).filter(|_| row.parent_key.is_none())
    };
    rows.iter().map(parent).collect()
}

/// The names of a group, each with the place of its language.
fn names<'r>(row: &'r ProductGroupRow<'_>) -> impl Iterator<Item = (usize, &'r str)> {
    let names = [row.names.fi.as_deref(), row.names.se.as_deref(), row.names.en.as_deref()];
    names.into_iter().enumerate().filter_map(|(language, name)| Some((language, name?)))
}

fn path(group: &CatalogueGroup, groups: &[CatalogueGroup], by_key: &HashMap<u64, usize>) -> Option<String> {
    let above = |group: &&CatalogueGroup| groups.get(*by_key.get(&group.parent_key?)?);
    let mut names: Vec<&str> =
        std::iter::successors(Some(group), above).take(MAX_LEVELS).filter_map(|group| group.name.as_deref()).collect();
    names.reverse();
    (!names.is_empty()).then(|| names.join(BELOW))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hierarchy(rows: &[(u64, Option<u64>, &'static str)]) -> Vec<(u64, Option<u64>, String, String)> {
        let row = |&(netvisor_key, parent_key, name): &(u64, Option<u64>, &'static str)| {
            let mut row = ProductGroupRow::default();
            (row.netvisor_key, row.parent_key, row.names.fi) = (netvisor_key, parent_key, Some(name.into()));
            row
        };
        let groups = with_hierarchy(rows.iter().map(row).collect(), &[ProductLanguage::Finnish]);
        let shown = |group: CatalogueGroup| {
            (group.netvisor_key, group.parent_key, group.name.unwrap_or_default(), group.path.unwrap_or_default())
        };
        groups.into_iter().map(shown).collect()
    }

    #[test]
    fn by_key_by_name_or_not_at_all() {
        let (vaatteet, paidat) = ("Vaatteet".to_owned(), "Paidat".to_owned());
        let path = "Vaatteet / Paidat".to_owned();
        assert_eq!(
            hierarchy(&[(2, Some(1), "Paidat"), (1, None, "Vaatteet")]),
            [(2, Some(1), paidat.clone(), path.clone()), (1, None, vaatteet.clone(), vaatteet.clone())]
        );
        assert_eq!(
            hierarchy(&[(2, None, "Vaatteet / Paidat"), (1, None, "Vaatteet")]),
            [(2, Some(1), paidat, path.clone()), (1, None, vaatteet.clone(), vaatteet)]
        );
        // No group is named so: it may be a name with a stroke in it.
        assert_eq!(hierarchy(&[(2, None, "Vaatteet / Paidat")]), [(2, None, path.clone(), path)]);
        assert_eq!(hierarchy(&[(2, Some(9), "Paidat")])[0].3, "Paidat");
    }

    #[test]
    fn a_name_is_compared_in_its_own_language() {
        let mut rows = [ProductGroupRow::default(), ProductGroupRow::default()];
        (rows[0].netvisor_key, rows[0].names.fi, rows[0].names.en) =
            (1, Some("Vaatteet".into()), Some("Clothes".into()));
        (rows[1].netvisor_key, rows[1].names.fi) = (2, Some("Vaatteet / Paidat".into()));
        let groups = with_hierarchy(rows.to_vec(), &[ProductLanguage::English]);
        assert_eq!(groups[1].parent_key, Some(1));
        assert_eq!(groups[1].name.as_deref(), Some("Paidat"));
        assert_eq!(
            parents_by_name(&[rows[1].clone(), ProductGroupRow { netvisor_key: 3, ..rows[0].clone() }]),
            [Some(3), None]
        );
    }

    #[test]
    fn a_circle_ends() {
        let groups = hierarchy(&[(1, Some(2), "A"), (2, Some(1), "B")]);
        assert!(groups[0].3.len() < 4 * MAX_LEVELS + 4, "{}", groups[0].3);
    }
}
