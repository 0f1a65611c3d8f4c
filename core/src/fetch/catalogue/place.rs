use std::sync::Arc;

use crate::fetch::ChangedSince;
use crate::wire::{Method, Request};

use super::batch::Counts;
use super::options::{CatalogueOptions, CatalogueSource, comma_list};

/// How many products are asked for by key at once. The documented most are 400 (§3.4); half of it keeps the URL below 4 KB with
/// keys of any length, and an answer that is lost costs less.
pub(super) const DETAILS: usize = 200;
/// How many products a page of the extended list has.
pub(super) const PAGE: u64 = 200;
/// `replyoptions` of the extended list: images and attachments. The documentation prints 2096 for images (§8 #20), which as
/// flags is something else.
const FILES: &str = "12288";

/// Where a fetch stands: what it asks next, and what there was before.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) stage: Stage,
    /// From the answer to the first list.
    pub(super) cursor: Option<ChangedSince>,
    /// What has been handed out.
    pub(super) counts: Counts,
    /// How many products, and images to ask for, there are in all.
    pub(super) total: Option<usize>,
    /// How many of them are done.
    pub(super) done: usize,
    pub(super) missed: Missed,
}

/// What could not be had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Missed {
    /// Product groups, for want of a right.
    pub(super) groups: bool,
    /// Images, for want of a right.
    pub(super) images: bool,
    /// Images that Netvisor refused or sent unreadable, although there is the right.
    pub(super) single_images: usize,
}

/// What is asked next. Cloning it copies no list.
#[derive(Debug, Clone)]
pub(super) enum Stage {
    Groups,
    /// The list; of changes, with products that are gone, since nothing in it tells them apart.
    List,
    /// The list of changes again without products that are gone. It comes second: what is in the first alone is gone, and what
    /// changed in between is in the second alone.
    LiveList {
        /// The keys in the first list, ascending.
        listed: Arc<[u64]>,
    },
    Details(Remaining),
    Page(Page),
    Images {
        images: Arc<[ImageOf]>,
        /// The one to be asked for.
        from: usize,
        /// The page after.
        then: Option<Page>,
    },
    End,
}

/// Products to be asked for by key.
#[derive(Debug, Clone)]
pub(super) struct Remaining {
    pub(super) products: Arc<[Listed]>,
    pub(super) groups: Arc<[ListedGroup]>,
    /// The first that has not been asked for.
    pub(super) from: usize,
}

/// A product of the list, with the place of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listed {
    pub(super) group: usize,
    pub(super) key: u64,
}

/// A group as productlist.nv names it at its products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListedGroup {
    pub(super) key: Option<u64>,
    pub(super) path: Option<String>,
}

/// A page of the extended list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    /// From 1.
    pub(super) number: u64,
    /// How many products the page before said there are.
    pub(super) products: Option<u64>,
    /// How often it was begun again.
    pub(super) restarts: u64,
}

/// An image, or all of a product or variant, to be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ImageOf {
    pub(super) product_key: u64,
    pub(super) name: ImageName,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ImageName {
    Product,
    Variant(String),
    Image { key: u64, is_default: Option<bool> },
}

impl Remaining {
    pub(super) fn left(&self) -> &[Listed] {
        self.products.get(self.from..).unwrap_or_default()
    }

    /// Those asked for together.
    pub(super) fn batch(&self) -> &[Listed] {
        let left = self.left();
        left.get(..DETAILS).unwrap_or(left)
    }
}

impl Place {
    pub(super) fn begin(options: &CatalogueOptions) -> Self {
        Self {
            stage: if options.groups { Stage::Groups } else { Stage::first_list(options) },
            cursor: None,
            counts: Counts::default(),
            total: None,
            done: 0,
            missed: Missed::default(),
        }
    }
}

impl Stage {
    pub(super) fn first_list(options: &CatalogueOptions) -> Self {
        match options.source {
            CatalogueSource::Extended => Self::Page(Page { number: 1, products: None, restarts: 0 }),
            CatalogueSource::Products | CatalogueSource::WebShop => Self::List,
        }
    }

    pub(super) fn page(page: Option<Page>) -> Self {
        page.map_or(Self::End, Self::Page)
    }

    /// What comes after the image under way.
    pub(super) fn after_image(images: &Arc<[ImageOf]>, from: usize, then: Option<Page>) -> Self {
        if from + 1 < images.len() {
            Self::Images { images: Arc::clone(images), from: from + 1, then }
        } else {
            Self::page(then)
        }
    }

    /// The request; `None` in the end.
    pub(super) fn request(&self, options: &CatalogueOptions) -> Option<Request> {
        Some(match self {
            Self::Groups => {
                // The hierarchy, too.
                get("getproductgroups.nv")
                    .with_query("replyoptions", "1")
                    .with_query("searchlanguage", options.first_language().upper_case())
            }
            // Of all products, those that are gone are not of interest; of changes they are.
            Self::List => list(options, options.changed_since.is_some()),
            Self::LiveList { .. } => list(options, false),
            Self::Details(remaining) => {
                let keys = comma_list(remaining.batch().iter().map(|listed| listed.key));
                // 1: none that are deleted.
                get("getproduct.nv").with_query("idlist", &keys).with_query("replyoption", "1")
            }
            Self::Page(page) => extended_list(options, page.number),
            Self::Images { images, from, .. } => images.get(*from)?.request(),
            Self::End => return None,
        })
    }
}

fn list(options: &CatalogueOptions, with_deleted: bool) -> Request {
    if options.source != CatalogueSource::WebShop {
        // Left out, `deleted` would let the deleted ones in; given, the others have to be given, too (§3.3).
        let request = match options.changed_since {
            Some(moment) => get("productlist.nv").with_query("changedsince", &moment.to_string()),
            None => get("productlist.nv"),
        };
        let deleted = if with_deleted { "1" } else { "0" };
        return request.with_query("published", "1").with_query("unpublished", "1").with_query("deleted", deleted);
    }
    let mut request = get("webshopproductlist.nv");
    if !with_deleted {
        for limit in ["limitdeleted", "limitactive", "limitpublished"] {
            request = request.with_query(limit, "1");
        }
    }
    if let Some(moment) = options.changed_since {
        request = request.with_query("limitchangedsince", &moment.to_string());
    }
    in_groups(request, options)
}

fn extended_list(options: &CatalogueOptions, page: u64) -> Request {
    let mut request = get("extendedproductlist.nv");
    if options.images {
        request = request.with_query("replyoptions", FILES);
    }
    request = request.with_query("searchlanguage", options.first_language().as_str());
    if let Some(moment) = options.changed_since {
        request = request.with_query("productchangedsince", &moment.to_minute());
    }
    in_groups(request, options).with_query("productsonpage", &PAGE.to_string()).with_query("page", &page.to_string())
}

fn in_groups(request: Request, options: &CatalogueOptions) -> Request {
    match options.group_list() {
        Some(keys) => request.with_query("productgroupnetvisorkeys", &keys),
        None => request,
    }
}

fn get(resource: &str) -> Request {
    Request::new(Method::Get, resource)
}

impl ImageOf {
    fn request(&self) -> Request {
        match &self.name {
            ImageName::Product => {
                get("webshopproductimages.nv").with_query("identifier", &self.product_key.to_string())
            }
            ImageName::Variant(identifier) => get("webshopproductimages.nv").with_query("identifier", identifier),
            ImageName::Image { key, .. } => {
                get("getproductimage.nv").with_query("productimagenetvisorkeys", &key.to_string())
            }
        }
    }
}
