//! Groups, images and the two lists of products made for web shops.

use netvisor_simulator::{
    Clock, Config, ImageCard, ProductCard, ProductChange, ProductGroupCard, Simulator, StockCard, SubProduct,
    Translations,
};

use crate::support::{Company, NOW};

fn translated(texts: &[(&str, &str)]) -> Translations {
    texts.iter().map(|(language, text)| ((*language).to_owned(), (*text).to_owned())).collect()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// Keys: KENKÄ (1) is a main product with the variants K-42 (2) and K-43 (3); LAUKKU (4) has none.
fn web_shop() -> Company {
    let mut simulator = Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() });
    let group = "Vaatteet / Kengät";
    simulator.set_product_group(&ProductGroupCard {
        name: group.into(),
        names: translated(&[("SE", "Skor"), ("EN", "Shoes & boots")]),
        descriptions: translated(&[("FI", "Kaikki kengät")]),
    });
    let main = ProductCard {
        code: "KENKÄ".into(),
        name: "Kenkä".into(),
        group: group.into(),
        description: "Musta".into(),
        names: translated(&[("EN", "Shoe"), ("SE", "Sko")]),
        ..ProductCard::default()
    };
    assert_eq!(simulator.add_product(&main), 1);
    for (size, key) in [("42", 2), ("43", 3)] {
        let variant = ProductCard {
            code: format!("K-{size}"),
            name: format!("Kenkä {size}"),
            net_price: "50".into(),
            vat_percentage: "25,5".into(),
            unit: "pari".into(),
            variant_of: Some(1),
            ..main.clone()
        };
        assert_eq!(simulator.add_product(&variant), key);
    }
    let bag = ProductCard { code: "LAUKKU".into(), name: "Laukku".into(), ..ProductCard::default() };
    assert_eq!(simulator.add_product(&bag), 4);
    Company::around(simulator)
}

fn image(product_key: u32, file_name: &str, title: &str) -> ImageCard {
    let (file_name, title, data) = (file_name.into(), title.into(), "AAEC".into());
    ImageCard { product_key, mime_type: "image/png".into(), file_name, title, data }
}

#[test]
fn groups_come_with_their_translations_and_parents_if_asked() {
    let mut company = web_shop();
    let body = company.get("getproductgroups.nv?replyoptions=1").body;
    assert!(
        body.ends_with(
            "<ProductGroups><ProductGroup><NetvisorKey>1</NetvisorKey><ProductGroupNameTranslations>\
             <Translation Language=\"FI\">Vaatteet</Translation></ProductGroupNameTranslations>\
             <ProductGroupDescriptionTranslations /></ProductGroup><ProductGroup><NetvisorKey>2</NetvisorKey>\
             <ProductGroupNameTranslations><Translation Language=\"FI\">Kengät</Translation>\
             <Translation Language=\"EN\">Shoes &amp; boots</Translation><Translation Language=\"SE\">Skor</Translation>\
             </ProductGroupNameTranslations><ProductGroupDescriptionTranslations>\
             <Translation Language=\"FI\">Kaikki kengät</Translation></ProductGroupDescriptionTranslations>\
             <ParentNetvisorKey>1</ParentNetvisorKey></ProductGroup></ProductGroups></Root>"
        ),
        "{body}"
    );
    assert!(company.get("getproductgroups.nv").all("ParentNetvisorKey").is_empty());
    for (query, keys) in [
        ("productgroupnetvisorkeys=2,7", vec!["2"]),
        ("productgroupnamekeyword=ken", vec!["2"]),
        ("productgroupnamekeyword=eng", vec![]),
        ("productgroupnamefreetext=E", vec!["1", "2"]),
        ("productgroupnamekeyword=sko&searchlanguage=SE", vec!["2"]),
        ("productgroupnamekeyword=vaat&searchlanguage=SE", vec!["1"]),
    ] {
        assert_eq!(company.get(&format!("getproductgroups.nv?{query}")).all("NetvisorKey"), keys, "{query}");
    }
    assert_eq!(company.get("getproductgroups.nv?searchlanguage=SV").status, 400);
    let mut empty = Company::around(Simulator::new(Config { clock: Clock::Fixed(NOW), ..Config::default() }));
    assert!(empty.get("getproductgroups.nv").body.ends_with("<ProductGroups /></Root>"));
}

#[test]
fn the_web_shop_list_has_main_products_with_their_variants() {
    let mut company = web_shop();
    company.simulator.add_image(&image(2, "42.png", ""));
    let body = company.get("webshopproductlist.nv").body;
    let names = |size: &str| {
        format!(
            "<Name language=\"FI\">Kenkä{size}</Name><Name language=\"EN\">Shoe</Name><Name language=\"SE\">Sko</Name>\
             <Description language=\"FI\">Musta</Description>"
        )
    };
    let variant = |size: &str, key: u32, uri: &str| {
        format!(
            "<Variant>{}<VariantIdentifier>{key}</VariantIdentifier><ImageURI>{uri}</ImageURI>\
             <LastChangeDate>2.1.2026 5:04:05</LastChangeDate><Price>50,0000</Price></Variant>",
            names(size)
        )
    };
    let expected = format!(
        "<WebShopProductList><WebShopProduct><NetvisorKey>1</NetvisorKey>{}<ProductGroups><ProductGroup>\
         <Name language=\"FI\">Kengät</Name><Name language=\"EN\">Shoes &amp; boots</Name><Name language=\"SE\">Skor</Name>\
         </ProductGroup></ProductGroups><Variants>{}{}</Variants></WebShopProduct><WebShopProduct>\
         <NetvisorKey>4</NetvisorKey><Name language=\"FI\">Laukku</Name><Description language=\"FI\"></Description>\
         <ProductGroups /><Variants /></WebShopProduct></WebShopProductList></Root>",
        names(""),
        variant(" 42", 2, "/webshopproductimages.nv?identifier=2"),
        variant(" 43", 3, ""),
    );
    assert!(body.ends_with(&expected), "{body}\n{expected}");
}

#[test]
fn the_web_shop_list_is_narrowed_by_state_time_and_group() {
    let mut company = web_shop();
    company.simulator.set_now(NOW + 60_000);
    company.simulator.change_product(2, &ProductChange::Delete).unwrap();
    company.simulator.change_product(3, &ProductChange::Unpublish).unwrap();
    company.simulator.set_now(NOW);
    let unsellable = ProductCard { deleted: true, not_for_sale: true, ..ProductCard::default() };
    company.simulator.add_product(&unsellable);
    for (query, keys, variants) in [
        ("", vec!["1", "4", "5"], vec!["2", "3"]),
        ("limitdeleted=1", vec!["1", "4"], vec!["2", "3"]),
        ("limitactive=1", vec!["1", "4", "5"], vec!["3"]),
        ("limitpublished=1&limitactive=1", vec!["1", "4", "5"], vec![]),
        ("limitsellable=1", vec!["1", "4"], vec!["2", "3"]),
        ("limitchangedsince=2026-01-02T05:05:05", vec!["1"], vec!["2", "3"]),
        ("limitchangedsince=2026-01-02T05:05:06", vec![], vec![]),
        ("limitsourceproductnetvisorkey=4", vec!["4"], vec![]),
        ("productgroupnetvisorkeys=2", vec!["1"], vec!["2", "3"]),
        ("productgroupname=kengät", vec!["1"], vec!["2", "3"]),
        ("excludeproductgroupnamefreetext=ENG", vec!["4", "5"], vec![]),
    ] {
        let answer = company.get(&format!("webshopproductlist.nv?{query}"));
        assert_eq!(
            (answer.all("NetvisorKey"), answer.all("VariantIdentifier")),
            (texts(&keys), texts(&variants)),
            "{query}"
        );
    }
    assert_eq!(company.get("webshopproductlist.nv?limitchangedsince=2026-01-02").status, 400);
}

#[test]
fn there_is_no_web_shop_list_without_extended_product_management() {
    let mut company = web_shop();
    company.simulator.set_extended_products(false);
    for target in ["webshopproductlist.nv", "webshopproductimages.nv?identifier=1"] {
        let failure = company.get(target).failure();
        assert!(failure.starts_with("SERVICE_ACCESS_ERROR :: Extended product management"), "{failure}");
    }
    let list = company.get("extendedproductlist.nv?productnetvisorkeys=2");
    assert_eq!(list.all("ProductCode"), ["K-42"]);
    assert!(!list.body.contains("language=\"en\"") && list.body.contains("language=\"fi\""), "{}", list.body);
}

#[test]
fn images_come_by_product_and_by_their_own_keys() {
    let mut company = web_shop();
    for (key, product, file, title) in
        [(1, 1, "a.png", "Etu"), (2, 1, "b.png", ""), (3, 2, "c.png", ""), (4, 2, "d&e.png", "")]
    {
        assert_eq!(company.simulator.add_image(&image(product, file, title)), key);
    }
    for (identifier, files) in [("1", vec!["a.png"]), ("2", vec!["c.png", "d&e.png"]), ("4", vec![]), ("x", vec![])] {
        let answer = company.get(&format!("webshopproductimages.nv?identifier={identifier}"));
        assert_eq!(answer.all("FileName"), files, "{identifier}");
    }
    let body = company.get("webshopproductimages.nv?identifier=1").body;
    assert!(
        body.ends_with(
            "<WebShopProductImages><WebShopProductImage><MimeType>image/png</MimeType><Title>Etu</Title>\
             <FileName>a.png</FileName><DocumentData>AAEC</DocumentData></WebShopProductImage></WebShopProductImages></Root>"
        ),
        "{body}"
    );
    let body = company.get("getproductimage.nv?productimagenetvisorkeys=2,1,9").body;
    assert!(
        body.ends_with(
            "<ProductImages><ProductImage><MimeType>image/png</MimeType><FileName>b.png</FileName>\
             <ImageData type=\"Base64\">AAEC</ImageData></ProductImage><ProductImage><MimeType>image/png</MimeType>\
             <Title>Etu</Title><FileName>a.png</FileName><ImageData type=\"Base64\">AAEC</ImageData></ProductImage>\
             </ProductImages></Root>"
        ),
        "{body}"
    );
    assert!(company.get("getproductimage.nv?productimagenetvisorkeys=9").body.ends_with("<ProductImages /></Root>"));
    for target in ["getproductimage.nv", "webshopproductimages.nv"] {
        assert_eq!(company.get(target).status, 400, "{target}");
    }
}

#[test]
fn images_of_more_than_50_megabytes_are_not_sent_together() {
    let mut company = web_shop();
    for _ in 0..2 {
        company.simulator.add_image(&ImageCard { data: "A".repeat(26 << 20), ..image(2, "iso.png", "") });
    }
    for target in ["getproductimage.nv?productimagenetvisorkeys=1,2", "webshopproductimages.nv?identifier=2"] {
        let failure = company.get(target).failure();
        assert!(failure.starts_with("INVALID_DATA_SIZE :: "), "{failure}");
    }
    assert_eq!(company.get("getproductimage.nv?productimagenetvisorkeys=1").status, 200);
}

#[test]
fn the_extended_list_tells_each_product_as_asked() {
    let mut company = web_shop();
    company.simulator.add_image(&image(2, "42.png", "Etu"));
    let body = company.get("extendedproductlist.nv?productnetvisorkeys=2&replyoptions=4099").body;
    let expected = "<Products currentpage=\"1\" pagecount=\"1\" productsonpage=\"1\" productsonpages=\"1\"><Product>\
        <NetvisorKey>2</NetvisorKey><ProductCodes><ProductCode>K-42</ProductCode><ProductPrimaryEanCode></ProductPrimaryEanCode>\
        <ProductSecondaryEanCode></ProductSecondaryEanCode></ProductCodes><ProductNameTranslations>\
        <Translation language=\"fi\">Kenkä 42</Translation><Translation language=\"en\">Shoe</Translation>\
        <Translation language=\"se\">Sko</Translation></ProductNameTranslations><ProductDescriptionTranslations>\
        <Translation language=\"fi\">Musta</Translation></ProductDescriptionTranslations><ProductFeatures>\
        <IsPublishedProduct>true</IsPublishedProduct><IsSellableProduct>true</IsSellableProduct>\
        <IsStorageProduct>false</IsStorageProduct><IsProductStructureProduct>false</IsProductStructureProduct>\
        <IsModel>true</IsModel><IsSummaryOfProducts>false</IsSummaryOfProducts>\
        <LastChangedDate format=\"ansi\">2026-01-02</LastChangedDate></ProductFeatures><ProductGroup>\
        <NetvisorKey>2</NetvisorKey><ProductGroupTranslations><Translation language=\"fi\">Kengät</Translation>\
        <Translation language=\"en\">Shoes &amp; boots</Translation><Translation language=\"se\">Skor</Translation>\
        </ProductGroupTranslations></ProductGroup><ProductUnit><NetvisorKey>1</NetvisorKey><ProductUnitTranslations>\
        <Translation language=\"fi\">pari</Translation></ProductUnitTranslations></ProductUnit><ProductPriceInformation>\
        <DefaultNetPrice ispricebase=\"true\">50</DefaultNetPrice>\
        <DefaultGrossPrice ispricebase=\"false\">62.75</DefaultGrossPrice><Vat><NetvisorKey>255</NetvisorKey>\
        <Percentage>25,5</Percentage></Vat><PriceMargin></PriceMargin><ProvisionPercentage></ProvisionPercentage>\
        <PriceGroups /><CustomerPrices /></ProductPriceInformation><ProductImages><Image><NetvisorKey>1</NetvisorKey>\
        <IsDefaultImage>true</IsDefaultImage><MimeType>image/png</MimeType><Title>Etu</Title><FileName>42.png</FileName>\
        <LastEditedDate>2026-01-02</LastEditedDate></Image></ProductImages></Product></Products></Root>";
    assert!(body.ends_with(expected), "{body}\n{expected}");
    for (options, images) in [("0", 0), ("2096", 0), ("4096", 1), ("4294967295", 1)] {
        let answer = company.get(&format!("extendedproductlist.nv?productnetvisorkeys=2&replyoptions={options}"));
        assert_eq!(answer.all("Image").len(), images, "{options}");
    }
    assert_eq!(company.get("extendedproductlist.nv?replyoptions=images").status, 400);
}

#[test]
fn the_extended_list_has_neither_main_nor_deleted_products_nor_unpublished_ones_unless_named() {
    let mut company = web_shop();
    for (code, unpublished, deleted) in [("PIILO", true, false), ("VANHA", false, true), ("TEMP", false, false)] {
        let card = ProductCard { code: code.into(), unpublished, deleted, ..ProductCard::default() };
        company.simulator.add_product(&card);
    }
    company.simulator.set_now(NOW + 60_000);
    let part = SubProduct { product_key: 2, amount: "2".into() };
    company.simulator.add_product(&ProductCard {
        code: "SARJA".into(),
        primary_ean: "6410000000017".into(),
        not_for_sale: true,
        inventory: true,
        alert_limit: "3".into(),
        sub_products: vec![part],
        ..ProductCard::default()
    });
    company.simulator.set_stock(&StockCard { product_key: 8, ..StockCard::default() });
    company.simulator.set_now(NOW);
    for (query, codes) in [
        ("", vec!["K-42", "K-43", "LAUKKU", "SARJA"]),
        ("productnetvisorkeys=1,4,5,6,7", vec!["LAUKKU", "PIILO"]),
        ("onlysellableproducts=1", vec!["K-42", "K-43", "LAUKKU"]),
        ("onlystoragedproducts=1", vec!["SARJA"]),
        ("productnamekeyword=kenkä", vec!["K-42", "K-43"]),
        ("productcodekeyword=k-43", vec!["K-43"]),
        ("producteancode=6410000000017", vec!["SARJA"]),
        ("productchangedsince=2026-01-02T05:05", vec!["SARJA"]),
        ("productchangedsince=2026-01-02T05:04", vec!["K-42", "K-43", "LAUKKU", "SARJA"]),
        ("productgroupnamefreetext=eng", vec!["K-42", "K-43"]),
    ] {
        assert_eq!(company.get(&format!("extendedproductlist.nv?{query}")).all("ProductCode"), codes, "{query}");
    }
    let set = company.get("extendedproductlist.nv?productcodekeyword=SARJA&replyoptions=2056");
    for block in [
        "<ProductStorageInformation><DefaultInventoryPlace></DefaultInventoryPlace><InventoryPlaceShelves />\
         <AlertLimit>3</AlertLimit>",
        "<SubProductInformation><Parents /><Children><Product><NetvisorKey>2</NetvisorKey><Amount>2</Amount>",
    ] {
        assert!(set.body.contains(block), "{}", set.body);
    }
    assert_eq!(company.get("extendedproductlist.nv?productchangedsince=2026-01-02T05:05:00").status, 400);
}

#[test]
fn the_extended_list_comes_in_pages() {
    let mut company = Company::new();
    for number in 0..499 {
        company.simulator.add_product(&ProductCard { code: format!("P{number}"), ..ProductCard::default() });
    }
    let attributes = |on: u32, pages: u32, count: u32, all: u32| {
        format!(
            "<Products currentpage=\"{on}\" pagecount=\"{pages}\" productsonpage=\"{count}\" productsonpages=\"{all}\""
        )
    };
    for (query, expected, codes) in [
        ("", attributes(1, 2, 500, 501), 500),
        ("page=2", attributes(2, 2, 1, 501), 1),
        ("page=3", attributes(3, 2, 0, 501), 0),
        ("productsonpage=200&page=3", attributes(3, 3, 101, 501), 101),
        ("productcodekeyword=nothing", attributes(1, 0, 0, 0), 0),
    ] {
        let answer = company.get(&format!("extendedproductlist.nv?{query}"));
        assert!(answer.body.contains(&expected), "{query}: {}", answer.body);
        assert_eq!(answer.all("ProductCode").len(), codes, "{query}");
    }
    for query in ["page=0", "productsonpage=0", "page=x"] {
        assert_eq!(company.get(&format!("extendedproductlist.nv?{query}")).status, 400, "{query}");
    }
}
