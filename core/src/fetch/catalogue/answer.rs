//! What the answers become: batches, and where the fetch stands once they have been handed out.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use crate::fault::Error;
use crate::wire::reply::{
    Done, ProductPage, Reply, read_extended_products, read_product_details, read_product_groups, read_product_images,
    read_products, read_web_shop_products,
};

use super::batch::{CatalogueBatch, CatalogueImage};
use super::groups::with_hierarchy;
use super::options::{CatalogueOptions, CatalogueSource};
use super::place::{ImageName, ImageOf, Listed, ListedGroup, PAGE, Page, Place, Remaining, Stage};
use super::product::CatalogueProduct;

/// The most things of a batch.
const BATCH: usize = 1_000;
/// How often pages are begun again because products were taken away in between.
const MAX_RESTARTS: u64 = 3;

/// What was in an answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) batches: VecDeque<CatalogueBatch>,
    pub(super) stage: Stage,
    pub(super) total: Option<usize>,
    /// How many things are done after it.
    pub(super) done: usize,
}

type Read = Result<(Reply, Answer), Error>;

impl Answer {
    fn new(stage: Stage, place: &Place) -> Self {
        Self { batches: VecDeque::new(), stage, total: place.total, done: place.done }
    }

    fn add_products(&mut self, products: Vec<CatalogueProduct>) {
        self.batches.extend(chunks(products).map(|products| CatalogueBatch::Products { products }));
    }

    fn add_deleted(&mut self, keys: Vec<u64>) {
        self.batches.extend(chunks(keys).map(|netvisor_keys| CatalogueBatch::Deleted { netvisor_keys }));
    }
}

/// The things in batches.
fn chunks<T>(things: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut things = things.into_iter();
    std::iter::from_fn(move || {
        let batch: Vec<T> = things.by_ref().take(BATCH).collect();
        (!batch.is_empty()).then_some(batch)
    })
}

/// Reads the answer to what was asked at that place.
pub(super) fn read(place: &Place, options: &CatalogueOptions, status: u16, body: &[u8]) -> Read {
    match &place.stage {
        Stage::Groups => groups(place, options, status, body),
        Stage::List => match (options.source, options.changed_since.is_some()) {
            (CatalogueSource::WebShop, true) => changed_web_shop(place, status, body),
            (CatalogueSource::WebShop, false) => web_shop(place, options, &[], status, body),
            (_, true) if !options.details => changed_rows(place, status, body),
            (_, false) if !options.details => rows(place, options, &[], status, body),
            _ => keys(place, options, status, body),
        },
        Stage::LiveList { listed } => match options.source {
            CatalogueSource::WebShop => web_shop(place, options, listed, status, body),
            _ => rows(place, options, listed, status, body),
        },
        Stage::Details(remaining) => details(place, remaining, status, body),
        Stage::Page(page) => extended(place, options, *page, status, body),
        Stage::Images { images, from, then } => image(place, images, *from, *then, status, body),
        // Nothing was asked.
        Stage::End => Ok((Reply::Done(Done::default()), Answer::new(Stage::End, place))),
    }
}

fn groups(place: &Place, options: &CatalogueOptions, status: u16, body: &[u8]) -> Read {
    let mut rows = Vec::new();
    let reply = read_product_groups(status, body, |row| rows.push(row.into_owned()))?;
    let mut answer = Answer::new(Stage::first_list(options), place);
    let groups = with_hierarchy(rows, &options.languages);
    answer.batches.extend(chunks(groups).map(|groups| CatalogueBatch::Groups { groups }));
    Ok((reply, answer))
}

/// productlist.nv, of which each product is asked for in full.
fn keys(place: &Place, options: &CatalogueOptions, status: u16, body: &[u8]) -> Read {
    let mut groups = Groups::default();
    let mut products = Vec::new();
    let mut elsewhere = Vec::new();
    let reply = read_products(status, body, |row| {
        let key = row.netvisor_key;
        if options.wants_group(row.group_key) {
            let group = groups.place(row.group_key, row.group_name.as_deref());
            products.push(Listed { group, key });
        } else {
            elsewhere.push(key);
        }
    })?;
    products.sort_unstable();
    products.dedup();
    let total = products.len();
    let remaining = Remaining { products: products.into(), groups: groups.list.into(), from: 0 };
    let stage = if total == 0 { Stage::End } else { Stage::Details(remaining) };
    let mut answer = Answer { total: Some(total), ..Answer::new(stage, place) };
    if options.changed_since.is_some() {
        answer.add_deleted(elsewhere);
    }
    Ok((reply, answer))
}

/// The groups of a list, each once.
#[derive(Default)]
struct Groups {
    list: Vec<ListedGroup>,
    by_key: HashMap<u64, usize>,
    by_path: BTreeMap<String, usize>,
}

impl Groups {
    fn place(&mut self, key: Option<u64>, path: Option<&str>) -> usize {
        let known = match key {
            Some(key) => self.by_key.get(&key),
            None => self.by_path.get(path.unwrap_or_default()),
        };
        if let Some(known) = known {
            return *known;
        }
        let place = self.list.len();
        match key {
            Some(key) => self.by_key.insert(key, place),
            None => self.by_path.insert(path.unwrap_or_default().to_owned(), place),
        };
        self.list.push(ListedGroup { key, path: path.map(str::to_owned) });
        place
    }
}

/// The first list of changes: its keys, in ascending order.
fn changed(place: &Place, reply: Reply, mut listed: Vec<u64>) -> (Reply, Answer) {
    listed.sort_unstable();
    listed.dedup();
    let stage = if listed.is_empty() { Stage::End } else { Stage::LiveList { listed: listed.into() } };
    (reply, Answer::new(stage, place))
}

fn changed_rows(place: &Place, status: u16, body: &[u8]) -> Read {
    let mut listed = Vec::new();
    let reply = read_products(status, body, |row| listed.push(row.netvisor_key))?;
    Ok(changed(place, reply, listed))
}

fn changed_web_shop(place: &Place, status: u16, body: &[u8]) -> Read {
    let mut listed = Vec::new();
    let reply = read_web_shop_products(status, body, |product| listed.push(product.netvisor_key))?;
    Ok(changed(place, reply, listed))
}

/// productlist.nv as it is. Of those listed before, the products that are not here are gone.
fn rows(place: &Place, options: &CatalogueOptions, listed: &[u64], status: u16, body: &[u8]) -> Read {
    let mut products = Vec::new();
    let reply = read_products(status, body, |row| {
        if options.wants_group(row.group_key) {
            products.push(CatalogueProduct::from_row(row));
        }
    })?;
    Ok((reply, live(place, products, listed, Vec::new())))
}

fn web_shop(place: &Place, options: &CatalogueOptions, listed: &[u64], status: u16, body: &[u8]) -> Read {
    let mut products = Vec::new();
    let mut images = Vec::new();
    let reply = read_web_shop_products(status, body, |product| {
        if options.images {
            let product_key = product.netvisor_key;
            images.push(ImageOf { product_key, name: ImageName::Product });
            let identifiers = product.variants.iter().filter_map(|variant| variant.identifier.as_deref());
            let name = |identifier: &str| ImageName::Variant(identifier.to_owned());
            images.extend(identifiers.map(|identifier| ImageOf { product_key, name: name(identifier) }));
        }
        products.push(CatalogueProduct::from_web_shop(product, &options.languages));
    })?;
    Ok((reply, live(place, products, listed, images)))
}

fn live(place: &Place, products: Vec<CatalogueProduct>, listed: &[u64], images: Vec<ImageOf>) -> Answer {
    let here: HashSet<u64> = products.iter().map(|product| product.netvisor_key).collect();
    let deleted: Vec<u64> = listed.iter().copied().filter(|key| !here.contains(key)).collect();
    let done = products.len() + deleted.len();
    let total = Some(done + images.len());
    let stage =
        if images.is_empty() { Stage::End } else { Stage::Images { images: images.into(), from: 0, then: None } };
    let mut answer = Answer { total, done, ..Answer::new(stage, place) };
    answer.add_products(products);
    answer.add_deleted(deleted);
    answer
}

/// The products asked for by key. Those that did not come have been deleted.
fn details(place: &Place, remaining: &Remaining, status: u16, body: &[u8]) -> Read {
    let asked = remaining.batch();
    let mut missing: HashMap<u64, usize> = asked.iter().map(|listed| (listed.key, listed.group)).collect();
    let mut products = Vec::new();
    let reply = read_product_details(status, body, |product| {
        let group = missing.remove(&product.netvisor_key).and_then(|group| remaining.groups.get(group));
        let group = group.map(|group| (group.key, group.path.clone()));
        products.push(CatalogueProduct::from_details(product, group));
    })?;
    let deleted = asked.iter().map(|listed| listed.key).filter(|key| missing.contains_key(key)).collect();
    let from = remaining.from + asked.len();
    let stage = if from < remaining.products.len() {
        Stage::Details(Remaining { from, ..remaining.clone() })
    } else {
        Stage::End
    };
    let mut answer = Answer { done: place.done + asked.len(), ..Answer::new(stage, place) };
    answer.add_products(products);
    answer.add_deleted(deleted);
    Ok((reply, answer))
}

fn extended(place: &Place, options: &CatalogueOptions, page: Page, status: u16, body: &[u8]) -> Read {
    let mut products = Vec::new();
    let mut images = Vec::new();
    let reply = read_extended_products(status, body, |product| {
        let product_key = product.netvisor_key;
        let name = |key, is_default| ImageName::Image { key, is_default };
        let of_product = product.images.iter().map(|image| (image.netvisor_key, image.is_default));
        images.extend(of_product.map(|(key, is_default)| ImageOf { product_key, name: name(key, is_default) }));
        products.push(CatalogueProduct::from_extended(product, &options.languages));
    })?;
    let answered = match &reply {
        Reply::Done(done) => done.page.unwrap_or_default(),
        Reply::Refused(_) => ProductPage::default(),
    };
    let pages = answered.page_count.unwrap_or(1);
    let count = all_products(answered, pages);
    // A product that was taken away moves those after it, and the first of this page would never be seen.
    let has_shrunk = page.products.zip(count).is_some_and(|(before, now)| now < before);
    if has_shrunk && page.restarts < MAX_RESTARTS {
        let again = Page { number: 1, products: None, restarts: page.restarts + 1 };
        let answer = Answer { done: 0, ..Answer::new(Stage::Page(again), place) };
        return Ok((reply, answer));
    }
    let next = Page { number: page.number.saturating_add(1), products: count, ..page };
    let next = (page.number < pages && !products.is_empty()).then_some(next);
    let stage = if images.is_empty() || !options.images || place.missed.images {
        Stage::page(next)
    } else {
        Stage::Images { images: images.into(), from: 0, then: next }
    };
    let total = count.and_then(|count| usize::try_from(count).ok());
    let done = place.done + products.len();
    let mut answer = Answer { total, done, ..Answer::new(stage, place) };
    answer.add_products(products);
    Ok((reply, answer))
}

/// How many products all pages have, where the attribute that seems to say so can be right.
fn all_products(answered: ProductPage, pages: u64) -> Option<u64> {
    let most = pages.saturating_mul(PAGE);
    answered.products_on_pages.filter(|count| *count <= most && *count > most.saturating_sub(PAGE))
}

fn image(place: &Place, images: &Arc<[ImageOf]>, from: usize, then: Option<Page>, status: u16, body: &[u8]) -> Read {
    let stage = Stage::after_image(images, from, then);
    let mut answer = Answer::new(stage, place);
    let Some(of) = images.get(from) else {
        return Ok((Reply::Done(Done::default()), answer));
    };
    let (resource, variant, image_key, is_default) = match &of.name {
        ImageName::Product => ("webshopproductimages.nv", None, None, None),
        ImageName::Variant(identifier) => ("webshopproductimages.nv", Some(identifier.clone()), None, None),
        ImageName::Image { key, is_default } => ("getproductimage.nv", None, Some(*key), *is_default),
    };
    let reply = read_product_images(resource, status, body, |image| {
        let text = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
        let image = CatalogueImage {
            netvisor_key: of.product_key,
            variant: variant.clone(),
            image_key,
            index: answer.batches.len(),
            is_default,
            mime_type: text(image.mime_type),
            title: text(image.title),
            file_name: text(image.file_name),
            data: image.data.into_owned(),
        };
        answer.batches.push_back(CatalogueBatch::Image { image: Box::new(image) });
    })?;
    // Those of the web shop's list are things of their own; those of the extended list come with their products.
    answer.done += usize::from(image_key.is_none());
    Ok((reply, answer))
}
