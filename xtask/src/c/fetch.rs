//! `fetch_stock`: the stock of the simulator in a folder, also when the program is stopped or killed on the way.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::command::{Step, Workspace, read, write};
use crate::simulator::Simulator;

use super::process::{Program, ended, interrupted, shown};

/// More than the library hands out at once.
const PRODUCTS: u64 = 1_100;
const BATCH: u64 = 1_000;
/// In each build; fewer where they take longer than this, as under valgrind, but one at each kind of moment.
const KILLS: u64 = 12;
const LONGEST: Duration = Duration::from_secs(15);
const MOMENTS: u64 = 4;
const UP_TO_DATE: i32 = 0;
const WRONG: i32 = 1;
const RESOURCE: &str = "inventorybywarehouse.nv";
const RIGHT: &str = "Tuotesaldojen nouto varastoittain Netvisorista";

/// A right that is missing, Ctrl-C, everything, what has changed, and kills at any moment.
pub(super) fn stock(workspace: &Workspace, simulator: &Simulator, program: &Program<'_>) -> Result<(), String> {
    let mut shop = Shop::open(workspace, simulator, program)?;
    simulator.control("/_permissions", &json!({"resource": RESOURCE, "allowed": false}))?;
    if !shop.run(WRONG)?.contains(RIGHT) || !shop.state().exists() {
        return Err(format!("{RIGHT:?} is not told, or nothing is left to be gone on with"));
    }
    simulator.control("/_permissions", &json!({"resource": RESOURCE, "allowed": true}))?;

    simulator.control("/_faults", &json!({"plan": [{"slow": {"ms": 400}}]}))?;
    interrupted(shop.program(), "\r0/? ")?;
    if !shop.kept()?.is_empty() {
        return Err("products were kept after Ctrl-C".to_owned());
    }
    let printed = shop.run(UP_TO_DATE)?;
    let told = printed.lines().filter(|line| line.contains("  Tuote ")).count() as u64;
    if told != PRODUCTS {
        return Err(format!("{told} products were told"));
    }
    shop.check()?;

    shop.sell(BATCH + 7)?;
    let printed = shop.run(UP_TO_DATE)?;
    if !printed.starts_with("SKU1007  1007.25  Tuote 1007\n") || printed.matches("  Tuote ").count() != 1 {
        return Err(format!("more than one product has changed, or none:\n{printed}"));
    }
    shop.check()?;

    let seed = match std::env::var("SEED") {
        Ok(seed) => seed.parse().map_err(|_| format!("SEED={seed}"))?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| u64::from(now.subsec_nanos())),
    };
    let killed = kills(&mut shop, &mut Dice(seed)).map_err(|error| format!("SEED={seed}: {error}"))?;
    println!("{PRODUCTS} products, then what has changed; killed {killed} times, and none lost");
    Ok(())
}

/// Kills it again and again, while stock changes between the runs. A fetch that came to its end before is begun again.
fn kills(shop: &mut Shop<'_>, dice: &mut Dice) -> Result<u64, String> {
    shop.forget()?;
    let (mut killed, mut gone_on) = (0, 0);
    let begun = Instant::now();
    for kill in 0..KILLS {
        if kill >= MOMENTS && begun.elapsed() > LONGEST {
            break;
        }
        let (after, within) = match kill % MOMENTS {
            0 => (BATCH + 1 + dice.below(PRODUCTS - BATCH), 1_000), // while there is a checkpoint
            1 => (0, 20_000),                                       // in its start, or while it asks
            2 => (1 + dice.below(BATCH), 1_000),                    // while it keeps products
            // While it stores a checkpoint, or in its end.
            _ => (if dice.below(2) == 0 { BATCH } else { PRODUCTS }, 4_000),
        };
        gone_on += u64::from(shop.state().exists());
        if shop.kill(after, Duration::from_micros(dice.below(within)))? {
            killed += 1;
        } else {
            shop.finish()?;
            shop.forget()?;
        }
        // Each product that is there is there as a whole.
        shop.kept()?;
        shop.sell(1 + dice.below(PRODUCTS))?;
    }
    // It came to its end too often, or was begun anew each time: nothing was tested.
    if killed < MOMENTS / 2 || gone_on == 0 {
        return Err(format!("{killed} were killed, {gone_on} gone on with"));
    }
    shop.finish()?;
    Ok(killed)
}

/// A folder with stock, and what has to be in it.
struct Shop<'a> {
    simulator: &'a Simulator,
    program: &'a Program<'a>,
    connection: PathBuf,
    folder: PathBuf,
    errors: PathBuf,
    /// Quantities by NetvisorKey.
    expected: BTreeMap<u64, String>,
}

impl<'a> Shop<'a> {
    /// An empty folder, and a company whose stock was last changed two hours ago.
    fn open(workspace: &Workspace, simulator: &'a Simulator, program: &'a Program<'a>) -> Result<Self, String> {
        let root = workspace.target().join("c/fetch");
        if root.exists() {
            fs::remove_dir_all(&root).map_err(|error| format!("{}: {error}", root.display()))?;
        }
        let [connection, folder, errors] = ["connection.json", "stock", "errors"].map(|name| root.join(name));
        write(&connection, simulator.connection().to_string())?;
        simulator.control("/_reset", &json!({}))?;
        simulator.control("/_clock", &json!({"offset_ms": -7_200_000}))?;
        let card = |number| json!({"code": format!("SKU{number}"), "name": format!("Tuote {number}")});
        let made = simulator.control("/_products", &(1..=PRODUCTS).map(card).collect())?;
        let keys: Vec<u64> = made["netvisor_keys"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let rows = keys.iter().zip(1..).map(|(key, number): (&u64, u64)| on_hand(*key, &format!("{number},5")));
        simulator.control("/_stock", &rows.collect())?;
        simulator.control("/_clock", &json!({"offset_ms": 0}))?;
        let expected =
            keys.into_iter().zip(1..).map(|(key, number): (u64, u64)| (key, format!("{number}.5"))).collect();
        let shop = Self { simulator, program, connection, folder, errors, expected };
        shop.forget()?;
        Ok(shop)
    }

    fn program(&self) -> Step {
        (self.program)().arg(&self.connection).arg(&self.folder)
    }

    fn state(&self) -> PathBuf {
        self.folder.join("stock.state")
    }

    /// Runs it to its end, which has to be this one; returns all it wrote.
    fn run(&self, expected: i32) -> Result<String, String> {
        let output = ended(self.program())?;
        match output.status.code() == Some(expected) {
            true => Ok(shown(&output)),
            false => Err(format!("{} instead of {expected}:\n{}", output.status, shown(&output))),
        }
    }

    /// Changes the stock of the product with this number.
    fn sell(&mut self, number: u64) -> Result<(), String> {
        let place = usize::try_from(number - 1).map_err(|error| error.to_string())?;
        let (key, quantity) = self.expected.iter_mut().nth(place).ok_or(format!("no product {number}"))?;
        *quantity = format!("{number}.25");
        self.simulator.control("/_stock", &on_hand(*key, &quantity.replace('.', ",")))?;
        Ok(())
    }

    /// Kills it so much later than it has told of so many products. Returns false where it came to its end before.
    fn kill(&self, after: u64, moment: Duration) -> Result<bool, String> {
        let named = |error: std::io::Error| format!("{}: {error}", self.errors.display());
        let errors = File::options().create(true).append(true).open(&self.errors).map_err(named)?;
        let mut command = self.program().into_command();
        let mut process = command.stdout(Stdio::piped()).stderr(errors).spawn().map_err(named)?;
        // Held until it is dead: it would end by itself where nobody reads.
        let mut lines = BufReader::new(process.stdout.take().ok_or("no standard output")?).lines();
        for _ in 0..after {
            if lines.next().is_none() {
                break;
            }
        }
        std::thread::sleep(moment);
        process.kill().map_err(named)?;
        let status = process.wait().map_err(named)?;
        match status.code() {
            None => Ok(true),
            Some(UP_TO_DATE) => Ok(false),
            Some(_) => Err(format!("{status}:\n{}", read(&self.errors)?)),
        }
    }

    /// Twice: a fetch that is gone on with does not know what has changed since it was begun.
    fn finish(&self) -> Result<(), String> {
        self.run(UP_TO_DATE)?;
        self.run(UP_TO_DATE)?;
        self.check()
    }

    /// The folder has the stock of the company, and the cursor of the next fetch.
    fn check(&self) -> Result<(), String> {
        let kept = self.kept()?;
        let differs = |key: &u64| kept.get(key) != self.expected.get(key);
        if let Some(key) = self.expected.keys().chain(kept.keys()).find(|key| differs(key)) {
            return Err(format!("product {key}: {:?}, not {:?}", kept.get(key), self.expected.get(key)));
        }
        let cursor = read(self.folder.join("cursor"))?;
        match cursor.len() == "2026-01-15T12:00:00".len() && !self.state().exists() {
            true => Ok(()),
            false => Err(format!("cursor {cursor:?}, and the state file is there: {}", self.state().exists())),
        }
    }

    /// The quantities in the folder.
    fn kept(&self) -> Result<BTreeMap<u64, String>, String> {
        let named = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        let mut kept = BTreeMap::new();
        for entry in fs::read_dir(&self.folder).map_err(named)? {
            let path = entry.map_err(named)?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let (key, quantity) = product(&path)?;
                kept.insert(key, quantity);
            }
        }
        Ok(kept)
    }

    /// Empties the folder.
    fn forget(&self) -> Result<(), String> {
        let named = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).map_err(named)?;
        }
        fs::create_dir_all(&self.folder).map_err(named)
    }
}

fn on_hand(key: u64, quantity: &str) -> Value {
    json!({"product_key": key, "warehouse": "Päävarasto", "on_hand": quantity})
}

/// The product that a file is named after.
fn product(path: &Path) -> Result<(u64, String), String> {
    let text = read(path)?;
    let product: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}: {text}", path.display()))?;
    let named = path.file_stem().and_then(|name| name.to_str()).and_then(|name| name.parse().ok());
    match (product["netvisor_key"].as_u64(), product["quantity"].as_str()) {
        (Some(key), Some(quantity)) if named == Some(key) => Ok((key, quantity.to_owned())),
        _ => Err(format!("{} does not hold its product: {text}", path.display())),
    }
}

/// Whole numbers drawn from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}
