use std::path::PathBuf;

use netvisor_orders::{Settings, Shop};

pub(crate) const USAGE: &str =
    "usage: export [--shop canonical|woocommerce|shopify] [--settings FILE] [--state FILE] [--json] ORDER.json…";

pub(crate) struct Arguments {
    pub(crate) shop: Shop,
    pub(crate) settings: Settings,
    pub(crate) json: bool,
    /// Where the checkpoint is kept.
    pub(crate) state: Option<PathBuf>,
    /// Of each order: the file's name and what is in it.
    pub(crate) orders: Vec<(String, Vec<u8>)>,
}

impl Arguments {
    pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut parsed =
            Self { shop: Shop::Canonical, settings: Settings::default(), json: false, state: None, orders: Vec::new() };
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--shop" => {
                    let name = arguments.next().ok_or("--shop needs a name")?;
                    parsed.shop = Shop::from_name(&name).map_err(|error| error.to_string())?;
                }
                "--settings" => {
                    let file = arguments.next().ok_or("--settings needs a file")?;
                    parsed.settings = Settings::from_json(&read(&file)?).map_err(|error| format!("{file}: {error}"))?;
                }
                "--state" => parsed.state = Some(arguments.next().ok_or("--state needs a file")?.into()),
                "--json" => parsed.json = true,
                option if option.starts_with('-') => return Err(format!("unknown option {option}")),
                file => parsed.orders.push((file.to_owned(), read(file)?)),
            }
        }
        if parsed.orders.is_empty() {
            return Err("no order given".to_owned());
        }
        Ok(parsed)
    }
}

fn read(file: &str) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| format!("{file}: {error}"))
}
