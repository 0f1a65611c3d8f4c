use netvisor_orders::wire::reply::{read_extended_products, read_product_details};
use serde_json::json;

use crate::{error, failed, ok, read};

const LISTS: &[&str] = &[
    "getproduct.nv",
    "getproductgroups.nv",
    "webshopproductlist.nv",
    "extendedproductlist.nv",
    "webshopproductimages.nv",
    "getproductimage.nv",
];

#[test]
fn a_list_that_is_missing_is_not_an_empty_one() {
    for resource in LISTS {
        assert_eq!(error(resource, ok("")), "reply_incomplete", "{resource}");
        assert_eq!(error(resource, ok("<ProductList/>")), "reply_incomplete", "{resource}");
        assert_eq!(read(resource, failed("INVALID_DATA :: x"))["outcome"], "refused", "{resource}");
    }
    for (resource, none, field) in [
        ("getproduct.nv", "<Product/>", "product_details"),
        ("getproduct.nv", "<Product></Product>", "product_details"),
        ("getproduct.nv", "<Products/>", "product_details"),
        ("getproduct.nv", "<Products><Product/></Products>", "product_details"),
        ("getproductgroups.nv", "<ProductGroups/>", "product_groups"),
        ("webshopproductlist.nv", "<WebShopProductList/>", "web_shop_products"),
        ("extendedproductlist.nv", "<Products/>", "extended_products"),
        ("webshopproductimages.nv", "<WebShopProductImages/>", "images"),
        ("getproductimage.nv", "<ProductImages/>", "images"),
    ] {
        assert_eq!(read(resource, ok(none))[field], json!([]), "{none}");
    }
}

#[test]
fn a_product_alone_or_among_several_is_the_same() {
    let product = "<Product><ProductBaseInformation><NetvisorKey>7</NetvisorKey><Name>Paita</Name></ProductBaseInformation></Product>";
    let alone = read("getproduct.nv", ok(product));
    assert_eq!(alone, read("getproduct.nv", ok(&format!("<Products>{product}</Products>"))));
    assert_eq!(alone["product_details"][0]["netvisor_key"], 7);
    let without_key = product.replace("<NetvisorKey>7</NetvisorKey>", "");
    assert_eq!(error("getproduct.nv", ok(&without_key)), "reply_incomplete");
}

#[test]
fn the_kind_of_a_price_decides_which_it_is() {
    for (prices, net, gross) in [
        ("<UnitPrice type=\"net\">10</UnitPrice><UnitGrossPrice type=\"gross\">12,55</UnitGrossPrice>", "10", "12.55"),
        ("<UnitPrice>10</UnitPrice>", "10", "-"),
        ("<UnitPrice type=\"netto\">10</UnitPrice>", "10", "-"),
        ("<UnitPrice Type=\"BRUTTO\">12,55</UnitPrice>", "-", "12.55"),
        ("<UnitPrice type=\"gross\">12.55</UnitPrice>", "-", "12.55"),
        ("<UnitPrice type=\"net\"/><UnitGrossPrice/>", "-", "-"),
    ] {
        let body = ok(&format!(
            "<Product><ProductBaseInformation><NetvisorKey>7</NetvisorKey>{prices}</ProductBaseInformation></Product>"
        ));
        read_product_details(200, body.as_bytes(), |product| {
            let shown = |price: Option<rust_decimal::Decimal>| price.map_or("-".to_owned(), |price| price.to_string());
            assert_eq!((&*shown(product.unit_price), &*shown(product.unit_gross_price)), (net, gross), "{prices}");
        })
        .expect("a product");
    }
}

#[test]
fn groups_inside_groups_belong_to_them() {
    let group = |key: u64, inside: &str| {
        format!(
            "<ProductGroup>{inside}<NetvisorKey>{key}</NetvisorKey><ProductGroupNameTranslations>\
             <Translation Language=\"SV\">Kläder {key}</Translation><Translation Language=\"DE\">Kleider</Translation>\
             </ProductGroupNameTranslations></ProductGroup>"
        )
    };
    let inner = format!("<ProductGroups>{}{}</ProductGroups>", group(3, &group(4, "")), group(5, ""));
    let parent = "<ParentProductGroup><NetvisorKey>1</NetvisorKey></ParentProductGroup>";
    let body = ok(&format!("<ProductGroups>{}{}</ProductGroups>", group(1, &inner), group(2, parent)));
    let groups = read("getproductgroups.nv", body);
    let parents: Vec<_> = groups["product_groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| (group["netvisor_key"].as_u64().unwrap_or_default(), group["parent_key"].as_u64()))
        .collect();
    assert_eq!(parents, [(1, None), (3, Some(1)), (4, Some(3)), (5, Some(1)), (2, Some(1))]);
    assert_eq!(groups["product_groups"][1]["names"], json!({"se": "Kläder 3"}));
}

#[test]
fn pages_without_numbers_have_none() {
    for (attributes, expected) in [
        ("CurrentPage='2' PAGECOUNT=\"7\" productsonpage=\"\"", (Some(2), Some(7), None)),
        ("currentpage=\"x\" pagecount=\"-1\"", (None, None, None)),
        ("", (None, None, None)),
    ] {
        let body = ok(&format!("<Products {attributes}></Products>"));
        let reply = read_extended_products(200, body.as_bytes(), |row| panic!("{row:?}")).expect("a page");
        let netvisor_orders::wire::reply::Reply::Done(done) = reply else { panic!("refused") };
        let page = done.page.expect("a page");
        assert_eq!((page.current_page, page.page_count, page.products_on_page), expected, "{attributes}");
    }
}

#[test]
fn an_image_without_its_data_is_none() {
    for data in ["", "<ImageData/>", "<ImageData>QUJ</ImageData>", "<ImageData>ÄÄÄÄ</ImageData>"] {
        let body =
            ok(&format!("<ProductImages><ProductImage><FileName>a</FileName>{data}</ProductImage></ProductImages>"));
        assert_eq!(error("getproductimage.nv", body), "reply_incomplete", "{data}");
    }
}
