//! A company with products of every kind, and what of them belongs to the catalogue.

use netvisor_orders::exchange::{Input, Outgoing};
use netvisor_orders::fetch::CatalogueFetch;
use netvisor_orders::{Connection, Stamp, sign};
use netvisor_simulator::{Clock, Config, ImageCard, ProductCard, ProductChange, ProductGroupCard, Request, Simulator};
use serde_json::{Value, json};

use crate::Kept;
use crate::random::Random;

/// 2026-01-14, noon in UTC, 14:00 in Finland: when everything was put in.
const FIRST: i64 = 1_768_392_000_000;
/// An hour later some of it changes.
const CHANGED: i64 = FIRST + 3_600_000;
/// Another hour later it is fetched.
pub(crate) const NOW: i64 = CHANGED + 3_600_000;
/// Between the two, in Finland.
pub(crate) const SINCE: &str = "2026-01-14T14:30:00";

pub(crate) struct Company {
    simulator: Simulator,
    connection: Connection,
    sent: u64,
    products: Vec<Product>,
    groups: u64,
}

struct Product {
    key: u64,
    group: Option<u64>,
    main: Option<u64>,
    has_variants: bool,
    is_deleted: bool,
    is_unpublished: bool,
    is_changed: bool,
    images: Vec<String>,
}

impl Company {
    pub(crate) fn new(random: &mut Random, size: u64) -> Self {
        let mut simulator = Simulator::new(Config { clock: Clock::Fixed(FIRST), ..Config::default() });
        let groups = 1 + random.below(5);
        let group_name = |group| if group == 1 { "Vaatteet".to_owned() } else { format!("Vaatteet / Ryhmä {group}") };
        for group in 1..=groups {
            let names = [("EN".to_owned(), format!("Group {group}"))].into();
            let key = simulator.set_product_group(&ProductGroupCard {
                name: group_name(group),
                names,
                ..ProductGroupCard::default()
            });
            assert_eq!(u64::from(key), group);
        }
        let mut products: Vec<Product> = Vec::new();
        for index in 0..random.below(size + 1) {
            let group = (!random.percent(20)).then(|| 1 + random.below(groups));
            let mains: Vec<u64> = products.iter().filter(|one| one.main.is_none()).map(|product| product.key).collect();
            let main = (random.percent(30) && !mains.is_empty()).then(|| random.pick(&mains));
            let key = simulator.add_product(&ProductCard {
                code: format!("0{index}"),
                name: format!("Tuote {index}"),
                names: [("EN".to_owned(), format!("Product {index}"))].into(),
                group: group.map(group_name).unwrap_or_default(),
                net_price: "10,5".to_owned(),
                vat_percentage: "25,5".to_owned(),
                variant_of: main.map(|key| u32::try_from(key).unwrap()),
                ..ProductCard::default()
            });
            products.iter_mut().filter(|one| Some(one.key) == main).for_each(|main| main.has_variants = true);
            let image = |number| {
                let file = format!("{key}-{number}.png");
                let card = ImageCard { file_name: file.clone(), mime_type: "image/png".into(), ..ImageCard::default() };
                simulator.add_image(&ImageCard { product_key: key, data: "QUJD".to_owned(), ..card });
                file
            };
            let images = (0..random.below(3)).map(image).collect();
            products.push(Product {
                key: u64::from(key),
                group,
                main,
                has_variants: false,
                is_deleted: false,
                is_unpublished: false,
                is_changed: false,
                images,
            });
        }
        simulator.set_now(CHANGED);
        for product in &mut products {
            let change = match random.below(8) {
                0 => ProductChange::Delete,
                1 => ProductChange::Unpublish,
                2 => ProductChange::Rename { name: "Uusi nimi".to_owned() },
                _ => continue,
            };
            product.is_changed = true;
            product.is_deleted = change == ProductChange::Delete;
            product.is_unpublished = change == ProductChange::Unpublish;
            simulator.change_product(u32::try_from(product.key).unwrap(), &change).expect("a product");
        }
        simulator.set_now(NOW);
        Self { simulator, connection: connection(), sent: 0, products, groups }
    }

    pub(crate) fn simulator(&mut self) -> &mut Simulator {
        &mut self.simulator
    }

    /// Sends the request, and hands in what comes.
    pub(crate) fn answer(&mut self, fetch: &mut CatalogueFetch, outgoing: Outgoing) {
        self.sent += 1;
        let stamp = Stamp::new(NOW, &format!("tx-{}", self.sent)).expect("a stamp");
        let signed = sign(outgoing.request, &self.connection, &stamp).expect("signed");
        let response = self.simulator.handle(&Request {
            method: signed.method.as_str().to_owned(),
            url: signed.url,
            headers: signed.headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
            body: signed.body.unwrap_or_default().into_bytes(),
        });
        let input = Input::Reply { id: outgoing.id, status: response.status, body: &response.body };
        fetch.handle_input(input).expect("the request under way");
    }

    /// What must come out, worked out from what was put in.
    pub(crate) fn expected(&self, options: &Value) -> Kept {
        let mut kept = Kept::default();
        if options["groups"] != false {
            kept.groups.extend(1..=self.groups);
        }
        let wanted_groups: Option<Vec<u64>> =
            options["product_groups"].as_array().map(|keys| keys.iter().filter_map(Value::as_u64).collect());
        let changes = options.get("changed_since").is_some();
        let in_group = |product: &Product| {
            wanted_groups.as_ref().is_none_or(|wanted| product.group.is_some_and(|group| wanted.contains(&group)))
        };
        for product in &self.products {
            match options["source"].as_str() {
                Some("web_shop") => {
                    let variants: Vec<&Product> =
                        self.products.iter().filter(|one| one.main == Some(product.key)).collect();
                    let changed = product.is_changed || variants.iter().any(|variant| variant.is_changed);
                    if product.main.is_some() || !in_group(product) || changes && !changed {
                        continue;
                    }
                    if product.is_deleted || product.is_unpublished {
                        if changes {
                            kept.deleted.insert(product.key);
                        }
                        continue;
                    }
                    kept.products.insert(product.key);
                    if options["images"] == true {
                        let first = product.images.first();
                        kept.images.extend(first.map(|file| (product.key, None, file.clone())));
                        for variant in variants.iter().filter(|one| !one.is_deleted && !one.is_unpublished) {
                            let name = Some(variant.key.to_string());
                            let file = |file: &String| (product.key, name.clone(), file.clone());
                            kept.images.extend(variant.images.iter().map(file));
                        }
                    }
                }
                Some("extended") => {
                    let is_listed = !product.is_deleted && !product.is_unpublished && !product.has_variants;
                    if !is_listed || !in_group(product) || changes && !product.is_changed {
                        continue;
                    }
                    kept.products.insert(product.key);
                    if options["images"] == true {
                        kept.images.extend(product.images.iter().map(|file| (product.key, None, file.clone())));
                    }
                }
                _ => {
                    if changes && !product.is_changed {
                        continue;
                    }
                    if in_group(product) && !product.is_deleted {
                        kept.products.insert(product.key);
                    } else if changes {
                        kept.deleted.insert(product.key);
                    }
                }
            }
        }
        kept
    }
}

fn connection() -> Connection {
    let connection = json!({"base_url": "https://isvapi.netvisor.fi", "sender": "Kauppa", "customer_id": "cust_1",
        "customer_key": "CKEY", "partner_id": "partner_1", "partner_key": "PKEY", "organisation_id": "1234567-1"});
    Connection::from_json(connection.to_string().as_bytes()).expect("a connection")
}
