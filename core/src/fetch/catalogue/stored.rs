//! Where a fetch stands, as a text in its checkpoint. Keys are written as differences from the one before: ten thousands of them
//! then take a few bytes each.

use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;

use crate::fault::ErrorKind;
use crate::fetch::ChangedSince;
use crate::strict_json::{self, record, words};

use super::batch::Counts;
use super::place::{ImageName, ImageOf, Listed, ListedGroup, Missed, Page, Place, Remaining, Stage};

words! {
    enum StageName {
        Groups = "groups",
        List = "list",
        LiveList = "live_list",
        Details = "details",
        Page = "page",
        Images = "images",
        End = "end",
    }
}

record! {
    #[derive(Serialize)]
    lenient struct StoredPage {
        number: u64,
        products: Option<u64>,
        restarts: u64,
    }
}

record! {
    #[derive(Serialize)]
    lenient struct Stored {
        stage: StageName,
        cursor: Option<ChangedSince>,
        groups: u64,
        products: u64,
        deleted: u64,
        images: u64,
        total: Option<u64>,
        done: u64,
        groups_missed: bool,
        images_missed: bool,
        single_images_missed: u64,
        /// Keys of products, or images, still to come.
        left: Option<String>,
        page: Option<StoredPage>,
    }
}

impl Place {
    pub(super) fn to_json(&self) -> String {
        let (stage, left, page) = match &self.stage {
            Stage::Groups => (StageName::Groups, None, None),
            Stage::List => (StageName::List, None, None),
            Stage::LiveList { listed } => (StageName::LiveList, Some(keys_text(listed.iter().copied())), None),
            Stage::Details(remaining) => (StageName::Details, Some(remaining.to_text()), None),
            Stage::Page(page) => (StageName::Page, None, Some(*page)),
            Stage::Images { images, from, then } => (StageName::Images, Some(images_text(images, *from)), *then),
            Stage::End => (StageName::End, None, None),
        };
        crate::json::to_text(&Stored {
            stage,
            cursor: self.cursor,
            groups: self.counts.groups as u64,
            products: self.counts.products as u64,
            deleted: self.counts.deleted as u64,
            images: self.counts.images as u64,
            total: self.total.map(|total| total as u64),
            done: self.done as u64,
            groups_missed: self.missed.groups,
            images_missed: self.missed.images,
            single_images_missed: self.missed.single_images as u64,
            left,
            page: page.map(|Page { number, products, restarts }| StoredPage { number, products, restarts }),
        })
    }

    pub(super) fn from_json(json: &[u8]) -> Option<Self> {
        let stored: Stored = strict_json::read_stored(ErrorKind::Checkpoint, json).ok()?;
        let number = |number: u64| usize::try_from(number).ok();
        let page = stored.page.map(|StoredPage { number, products, restarts }| Page { number, products, restarts });
        let left = stored.left.as_deref();
        let stage = match stored.stage {
            StageName::Groups => Stage::Groups,
            StageName::List => Stage::List,
            StageName::LiveList => Stage::LiveList { listed: read_keys(left?)?.into() },
            StageName::Details => Stage::Details(Remaining::from_text(left?)?),
            StageName::Page => Stage::Page(page?),
            StageName::Images => Stage::Images { images: read_images(left?)?, from: 0, then: page },
            StageName::End => Stage::End,
        };
        Some(Self {
            stage,
            cursor: stored.cursor,
            counts: Counts {
                groups: number(stored.groups)?,
                products: number(stored.products)?,
                deleted: number(stored.deleted)?,
                images: number(stored.images)?,
            },
            total: stored.total.map_or(Some(None), |total| number(total).map(Some))?,
            done: number(stored.done)?,
            missed: Missed {
                groups: stored.groups_missed,
                images: stored.images_missed,
                single_images: number(stored.single_images_missed)?,
            },
        })
    }
}

impl Remaining {
    /// Group by group: `2:Vaatteet:1001,1,1;…`, with key and path of a group left out where there is none.
    fn to_text(&self) -> String {
        let of_groups = self.left().chunk_by(|one, other| one.group == other.group).map(|products| {
            let group = products.first().and_then(|product| self.groups.get(product.group));
            let key = group.and_then(|group| group.key).map(|key| key.to_string()).unwrap_or_default();
            let path = group.and_then(|group| group.path.as_deref()).unwrap_or_default();
            let keys = keys_text(products.iter().map(|product| product.key));
            format!("{key}:{}:{keys}", utf8_percent_encode(path, NON_ALPHANUMERIC))
        });
        of_groups.collect::<Vec<_>>().join(";")
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut products = Vec::new();
        let mut groups = Vec::new();
        for (group, stored) in text.split(';').filter(|stored| !stored.is_empty()).enumerate() {
            let mut parts = stored.split(':');
            let (key, path, keys) = (parts.next()?, parts.next()?, parts.next()?);
            let key = if key.is_empty() { None } else { Some(key.parse().ok()?) };
            let path = decoded(path)?;
            groups.push(ListedGroup { key, path: (!path.is_empty()).then_some(path) });
            products.extend(read_keys(keys)?.into_iter().map(|key| Listed { group, key }));
        }
        Some(Self { products: products.into(), groups: groups.into(), from: 0 })
    }
}

/// Ascending keys: `1001,1,3` for 1001, 1002, 1005.
fn keys_text(keys: impl Iterator<Item = u64>) -> String {
    let mut text = String::new();
    let mut before = 0;
    for key in keys {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(&key.saturating_sub(before).to_string());
        before = key;
    }
    text
}

fn read_keys(text: &str) -> Option<Vec<u64>> {
    let mut before: u64 = 0;
    let mut read = |difference: &str| {
        before = before.checked_add(difference.parse().ok()?)?;
        Some(before)
    };
    text.split(',').filter(|difference| !difference.is_empty()).map(&mut read).collect()
}

/// The products of images, again as differences, which may be below zero, each with what the image goes by: nothing for the
/// product's own, `:` and a variant's identifier, or `=` and the image's key, and `+` or `-` where it is known whether it comes
/// first.
fn images_text(images: &[ImageOf], from: usize) -> String {
    let mut before: u64 = 0;
    let one = |image: &ImageOf| {
        let difference = i128::from(image.product_key) - i128::from(before);
        before = image.product_key;
        match &image.name {
            ImageName::Product => difference.to_string(),
            ImageName::Variant(identifier) => {
                format!("{difference}:{}", utf8_percent_encode(identifier, NON_ALPHANUMERIC))
            }
            ImageName::Image { key, is_default } => {
                let mark = is_default.map_or("", |is_default| if is_default { "+" } else { "-" });
                format!("{difference}={key}{mark}")
            }
        }
    };
    images.iter().skip(from).map(one).collect::<Vec<_>>().join(",")
}

fn read_images(text: &str) -> Option<Arc<[ImageOf]>> {
    let mut before: u64 = 0;
    let mut read = |stored: &str| {
        let (difference, name) = if let Some((difference, identifier)) = stored.split_once(':') {
            (difference, ImageName::Variant(decoded(identifier)?))
        } else if let Some((difference, key)) = stored.split_once('=') {
            let is_default = if key.ends_with('+') { Some(true) } else { key.ends_with('-').then_some(false) };
            let key = key.trim_end_matches(['+', '-']).parse().ok()?;
            (difference, ImageName::Image { key, is_default })
        } else {
            (stored, ImageName::Product)
        };
        let product_key = i128::from(before).checked_add(difference.parse().ok()?)?;
        before = u64::try_from(product_key).ok()?;
        Some(ImageOf { product_key: before, name })
    };
    text.split(',').filter(|stored| !stored.is_empty()).map(&mut read).collect()
}

fn decoded(text: &str) -> Option<String> {
    Some(percent_decode_str(text).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_were_written() {
        for keys in [&[][..], &[0], &[7], &[1, 2, 3, 900_719_925], &[u64::MAX]] {
            assert_eq!(read_keys(&keys_text(keys.iter().copied())).as_deref(), Some(keys));
        }
        assert_eq!(keys_text([1001, 1002, 1005].into_iter()), "1001,1,3");
        assert_eq!(read_keys("18446744073709551615,1"), None);
        assert_eq!(read_keys("1,x"), None);
    }

    #[test]
    fn groups_and_images_are_read_as_they_were_written() {
        let group = |key, path: &str| ListedGroup { key, path: (!path.is_empty()).then(|| path.to_owned()) };
        let groups = [group(None, ""), group(Some(2), "Väri; A: B / C,D%"), group(None, "x")];
        let products = [(0, 5), (1, 1), (1, 9), (2, 3)].map(|(group, key)| Listed { group, key });
        let remaining = Remaining { products: products.into(), groups: groups.clone().into(), from: 1 };
        let read = Remaining::from_text(&remaining.to_text());
        let read = read.map(|read| {
            let of = |listed: &Listed| (listed.key, read.groups[listed.group].clone());
            read.products.iter().map(of).collect::<Vec<_>>()
        });
        assert_eq!(read, Some(vec![(1, groups[1].clone()), (9, groups[1].clone()), (3, groups[2].clone())]));

        let image = |product_key, name| ImageOf { product_key, name };
        let images = [
            image(9, ImageName::Product),
            image(u64::MAX, ImageName::Variant("a,b:c=d ä".to_owned())),
            image(3, ImageName::Image { key: 8, is_default: Some(false) }),
            image(3, ImageName::Image { key: 9, is_default: Some(true) }),
            image(3, ImageName::Image { key: 10, is_default: None }),
        ];
        assert_eq!(read_images(&images_text(&images, 0)).as_deref(), Some(&images[..]));
        assert_eq!(read_images(&images_text(&images, 2)).as_deref(), Some(&images[2..]));
    }
}
