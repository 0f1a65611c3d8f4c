//! What is in stock.

use netvisor_simulator::{ProductCard, ProductChange, StockCard};

use crate::support::{Company, NOW};

fn stock(product_key: u32, warehouse: &str, [on_hand, reserved, ordered]: [&str; 3]) -> StockCard {
    StockCard {
        product_key,
        warehouse: warehouse.into(),
        on_hand: on_hand.into(),
        reserved: reserved.into(),
        ordered: ordered.into(),
    }
}

/// SKU1 in two warehouses, SKU2 in one, KIRJA (key 3) in none, and LAHJA (key 4), of which no stock is kept.
fn company_with_stock() -> Company {
    let mut company = Company::new();
    let simulator = &mut company.simulator;
    for (code, inventory) in [("KIRJA", true), ("LAHJA", false)] {
        let group = "Verkkokauppa / Lahjat".into();
        simulator.add_product(&ProductCard { code: code.into(), group, inventory, ..ProductCard::default() });
    }
    assert_eq!(simulator.set_stock(&stock(1, "Tampere", ["10,5", "2", "1.25"])), 1);
    assert_eq!(simulator.set_stock(&stock(1, "Åbo & lager", ["-1", "0", "0"])), 2);
    assert_eq!(simulator.set_stock(&stock(2, "Tampere", ["7", "", ""])), 1);
    company
}

#[test]
fn stock_has_several_warehouses_one_or_none_and_both_marks_of_decimals() {
    let body = company_with_stock().get("inventorybywarehouse.nv").body;
    assert!(
        body.ends_with(
            "<InventoryByWarehouse>\
             <Product><NetvisorKey>1</NetvisorKey><Name>Paita</Name><Code>SKU1</Code>\
             <GroupName>Verkkokauppa</GroupName><ProductUri>/getproduct.nv?id=1</ProductUri>\
             <Warehouse><NetvisorKey>1</NetvisorKey><Name>Tampere</Name><ReservedAmount>2</ReservedAmount>\
             <OrderedAmount>1,25</OrderedAmount><InventoryAmount>10,5</InventoryAmount></Warehouse>\
             <Warehouse><NetvisorKey>2</NetvisorKey><Name>Åbo &amp; lager</Name><ReservedAmount>0</ReservedAmount>\
             <OrderedAmount></OrderedAmount><InventoryAmount>-1</InventoryAmount></Warehouse>\
             <TotalReservedAmount>2.0000</TotalReservedAmount><TotalOrderedAmount>1.2500</TotalOrderedAmount>\
             <TotalAmount>9.5000</TotalAmount></Product>\
             <Product><NetvisorKey>2</NetvisorKey><Name>Housut</Name><Code>SKU2</Code>\
             <GroupName>Verkkokauppa</GroupName><ProductUri>/getproduct.nv?id=2</ProductUri>\
             <Warehouse><NetvisorKey>1</NetvisorKey><Name>Tampere</Name><ReservedAmount>0</ReservedAmount>\
             <OrderedAmount></OrderedAmount><InventoryAmount>7</InventoryAmount></Warehouse>\
             <TotalReservedAmount>0.0000</TotalReservedAmount><TotalOrderedAmount>0.0000</TotalOrderedAmount>\
             <TotalAmount>7.0000</TotalAmount></Product>\
             <Product><NetvisorKey>3</NetvisorKey><Name></Name><Code>KIRJA</Code><GroupName>Lahjat</GroupName>\
             <ProductUri>/getproduct.nv?id=3</ProductUri><TotalReservedAmount>0.0000</TotalReservedAmount>\
             <TotalOrderedAmount>0.0000</TotalOrderedAmount><TotalAmount>0.0000</TotalAmount></Product>\
             </InventoryByWarehouse></Root>"
        ),
        "{body}"
    );
}

#[test]
fn stock_is_narrowed_by_product_warehouse_group_and_limit() {
    let mut company = company_with_stock();
    let limited = ProductCard { code: "VÄHÄN".into(), alert_limit: "3".into(), ..ProductCard::default() };
    let key = company.simulator.add_product(&limited);
    company.simulator.set_stock(&stock(key, "Tampere", ["2,9", "", ""]));
    company.simulator.change_product(2, &ProductChange::Delete).unwrap();
    for (query, codes) in [
        ("", vec!["SKU1", "KIRJA", "VÄHÄN"]),
        ("productid=3", vec!["KIRJA"]),
        ("productidlist=3,1,2,99", vec!["KIRJA", "SKU1"]),
        ("inventoryplaceid=2", vec!["SKU1"]),
        ("inventoryplacename=Tampere", vec!["SKU1", "VÄHÄN"]),
        ("inventoryplacename=Turku", vec![]),
        ("productgroupname=Lahjat", vec!["KIRJA"]),
        ("limitunderalertlimit=1", vec!["VÄHÄN"]),
    ] {
        assert_eq!(company.get(&format!("inventorybywarehouse.nv?{query}")).all("Code"), codes, "{query}");
    }
    let one = company.get("inventorybywarehouse.nv?inventoryplaceid=2");
    assert_eq!((one.all("Warehouse").len(), one.all("TotalAmount")), (1, vec!["9.5000".to_owned()]));
}

#[test]
fn stock_changed_since_is_asked_as_finns_write_a_time() {
    let mut company = company_with_stock();
    company.simulator.set_now(NOW + 60_000);
    company.simulator.set_stock(&stock(2, "Tampere", ["6", "", ""]));
    for (since, codes) in [
        ("2.1.2026%205:04:05", vec!["SKU1", "SKU2"]),
        ("02.01.2026+05:05:05", vec!["SKU2"]),
        ("2.1.2026%205:05:06", vec![]),
    ] {
        assert_eq!(company.get(&format!("inventorybywarehouse.nv?changedsince={since}")).all("Code"), codes, "{since}");
    }
    for since in ["2026-01-02T05:04:05", "2026-01-02", "2.1.2026"] {
        let failure = company.get(&format!("inventorybywarehouse.nv?changedsince={since}")).failure();
        assert!(failure.starts_with("INVALID_DATA :: "), "{failure}");
    }
}

#[test]
fn the_stock_of_another_system_is_an_empty_list() {
    let mut company = company_with_stock();
    company.simulator.set_other_stock_system(true);
    assert!(company.get("inventorybywarehouse.nv").body.ends_with("<InventoryByWarehouse /></Root>"));
    company.simulator.set_other_stock_system(false);
    assert_eq!(company.get("inventorybywarehouse.nv").all("Code").len(), 3);
}
