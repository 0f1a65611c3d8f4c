//! Replies of many products, for tests and benchmarks, as Netvisor words them.

use std::fmt::Write as _;

/// A successful reply with this payload.
pub(crate) fn ok(payload: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Root><ResponseStatus><Status>OK</Status>\
         <TimeStamp>15.1.2026 12:00:00</TimeStamp></ResponseStatus>{payload}</Root>"
    )
}

fn list(open: &str, close: &str, count: u64, row: impl Fn(&mut String, u64)) -> String {
    let mut body = format!("<{open}>");
    for key in 1..=count {
        row(&mut body, key);
    }
    ok(&format!("{body}</{close}>"))
}

/// productlist.nv. Keys lie some way apart, as they do where products have come and gone.
pub(crate) fn product_list(count: u64) -> String {
    list("ProductList", "ProductList", count, |body, key| {
        let group = key % 97;
        let _ = write!(
            body,
            "<Product><NetvisorKey>{}</NetvisorKey><ProductCode>P{key:06}</ProductCode><Name>Villapaita {key}, harmaa</Name>\
             <UnitPrice>39,840637450199</UnitPrice><UnitGrossPrice>50,000000000000</UnitGrossPrice>\
             <ProductGroupID>{group}</ProductGroupID><ProductGroupDescription>Vaatteet / Paidat / Ryhmä {group}</ProductGroupDescription>\
             <Uri>/getproduct.nv?id={key}</Uri></Product>",
            key * 37
        );
    })
}

/// getproduct.nv with these keys.
pub(crate) fn product_details(keys: impl Iterator<Item = u64>) -> String {
    let mut body = String::from("<Products>");
    for key in keys {
        let _ = write!(
            body,
            "<Product><ProductBaseInformation><NetvisorKey>{key}</NetvisorKey><ProductCode>P{key:06}</ProductCode>\
             <ProductGroup>Paidat</ProductGroup><Name>Villapaita {key}, harmaa</Name>\
             <Description>Lämmin paita suomalaisesta villasta, pesu 30 astetta</Description>\
             <UnitPrice type=\"net\">39,84</UnitPrice><UnitGrossPrice type=\"gross\">50,00</UnitGrossPrice><Unit>kpl</Unit>\
             <PurchasePrice>12,50</PurchasePrice><TariffHeading></TariffHeading><ComissionPercentage>0</ComissionPercentage>\
             <IsActive>1</IsActive><IsSalesProduct>1</IsSalesProduct><CountryOfOrigin type=\"ISO-3166\">FI</CountryOfOrigin>\
             </ProductBaseInformation><ProductBookKeepingDetails><DefaultVatPercent>25,5</DefaultVatPercent>\
             <DefaultDomesticAccountNumber>3000</DefaultDomesticAccountNumber><DefaultEuAccountNumber>3360</DefaultEuAccountNumber>\
             <DefaultOutsideEUAccountNumber>3380</DefaultOutsideEUAccountNumber></ProductBookKeepingDetails>\
             <ProductInventoryDetails><InventoryAmount>12,00</InventoryAmount><InventoryMidPrice>12,10</InventoryMidPrice>\
             <InventoryValue>145,20</InventoryValue><InventoryReservedAmount>2,00</InventoryReservedAmount>\
             <InventoryOrderedAmount>0,00</InventoryOrderedAmount><InventoryAccountNumber>1500</InventoryAccountNumber>\
             </ProductInventoryDetails><ProductAdditionalInformation><ProductNetWeight weightunit=\"kg\">0,4</ProductNetWeight>\
             <PrimaryEanCode>6412345678905</PrimaryEanCode><SecondaryEanCode></SecondaryEanCode></ProductAdditionalInformation></Product>"
        );
    }
    ok(&format!("{body}</Products>"))
}

/// getproductgroups.nv in two languages.
pub(crate) fn product_groups(count: u64) -> String {
    list("ProductGroups", "ProductGroups", count, |body, key| {
        let _ = write!(
            body,
            "<ProductGroup><NetvisorKey>{key}</NetvisorKey><ProductGroupNameTranslations>\
             <Translation Language=\"FI\">Ryhmä {key}</Translation><Translation Language=\"EN\">Group {key}</Translation>\
             </ProductGroupNameTranslations><ProductGroupDescriptionTranslations/><ParentNetvisorKey>{}</ParentNetvisorKey>\
             </ProductGroup>",
            key / 2
        );
    })
}

/// webshopproductlist.nv in two languages, a variant each.
pub(crate) fn web_shop_products(count: u64) -> String {
    list("WebShopProductList", "WebShopProductList", count, |body, key| {
        let _ = write!(
            body,
            "<WebShopProduct><NetvisorKey>{key}</NetvisorKey><Name language=\"FI\">Villapaita {key}</Name>\
             <Name language=\"EN\">Pullover {key}</Name><Description language=\"FI\">Lämmin paita villasta</Description>\
             <Description language=\"EN\">A warm pullover of wool</Description><ProductGroups><ProductGroup>\
             <Name language=\"FI\">Paidat</Name><Name language=\"EN\">Shirts</Name></ProductGroup></ProductGroups><Variants><Variant>\
             <Name language=\"FI\">Villapaita {key}, koko M</Name><Name language=\"EN\">Pullover {key}, size M</Name>\
             <VariantIdentifier>{}</VariantIdentifier><ImageURI></ImageURI><LastChangeDate>14.1.2026 10:00:00</LastChangeDate>\
             <Price>39,8406</Price></Variant></Variants></WebShopProduct>",
            key + 1_000_000
        );
    })
}

/// extendedproductlist.nv in two languages, as one page.
pub(crate) fn extended_products(count: u64) -> String {
    let open =
        format!("Products currentpage=\"1\" pagecount=\"1\" productsonpage=\"{count}\" productsonpages=\"{count}\"");
    list(&open, "Products", count, |body, key| {
        let _ = write!(
            body,
            "<Product><NetvisorKey>{key}</NetvisorKey><ProductCodes><ProductCode>P{key:06}</ProductCode>\
             <ProductPrimaryEanCode>6412345678905</ProductPrimaryEanCode><ProductSecondaryEanCode></ProductSecondaryEanCode>\
             </ProductCodes><ProductNameTranslations><Translation language=\"fi\">Villapaita {key}</Translation>\
             <Translation language=\"en\">Pullover {key}</Translation></ProductNameTranslations><ProductDescriptionTranslations>\
             <Translation language=\"fi\">Lämmin paita</Translation><Translation language=\"en\">A warm pullover</Translation>\
             </ProductDescriptionTranslations><ProductFeatures><IsPublishedProduct>true</IsPublishedProduct>\
             <IsSellableProduct>true</IsSellableProduct><IsStorageProduct>true</IsStorageProduct>\
             <IsProductStructureProduct>false</IsProductStructureProduct><IsModel>false</IsModel>\
             <IsSummaryOfProducts>false</IsSummaryOfProducts><LastChangedDate format=\"ansi\">2026-01-14</LastChangedDate>\
             </ProductFeatures><ProductGroup><NetvisorKey>2</NetvisorKey><ProductGroupTranslations>\
             <Translation language=\"fi\">Paidat</Translation><Translation language=\"en\">Shirts</Translation>\
             </ProductGroupTranslations></ProductGroup><ProductUnit><NetvisorKey>1</NetvisorKey><ProductUnitTranslations>\
             <Translation language=\"fi\">kpl</Translation></ProductUnitTranslations></ProductUnit><ProductPriceInformation>\
             <DefaultNetPrice ispricebase=\"true\">39.840637</DefaultNetPrice><DefaultGrossPrice ispricebase=\"false\">50</DefaultGrossPrice>\
             <Vat><NetvisorKey>255</NetvisorKey><Percentage>25,5</Percentage></Vat><PriceMargin></PriceMargin>\
             <ProvisionPercentage></ProvisionPercentage></ProductPriceInformation></Product>"
        );
    })
}

/// inventorybywarehouse.nv, one warehouse each.
pub(crate) fn stock(count: u64) -> String {
    list("InventoryByWarehouse", "InventoryByWarehouse", count, |body, key| {
        let _ = write!(
            body,
            "<Product><NetvisorKey>{key}</NetvisorKey><Name>Villapaita {key}, harmaa</Name><Code>P{key:06}</Code>\
             <GroupName>Paidat</GroupName><ProductUri>/getproduct.nv?id={key}</ProductUri><Warehouse><NetvisorKey>1</NetvisorKey>\
             <Name>Päävarasto</Name><ReservedAmount>2,00</ReservedAmount><OrderedAmount>0,00</OrderedAmount>\
             <InventoryAmount>12,00</InventoryAmount></Warehouse><TotalReservedAmount>2,00</TotalReservedAmount>\
             <TotalOrderedAmount>0,00</TotalOrderedAmount><TotalAmount>12,00</TotalAmount></Product>"
        );
    })
}
