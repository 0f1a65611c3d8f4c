/// A resource the simulator answers, and the unit in which a company allows an integration something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// `salesinvoice.nv`: import of orders, invoices and drafts.
    SalesInvoice,
    /// `salespayment.nv`: import of payments.
    SalesPayment,
    /// `customer.nv`: import of customers.
    Customer,
    /// `product.nv`: import of products.
    Product,
    /// `customerlist.nv`: customers found by a word or by their codes.
    CustomerList,
    /// `getcustomer.nv`: a customer's card.
    GetCustomer,
    /// `productlist.nv`: products found by a word.
    ProductList,
    /// `getproduct.nv`: a product's card.
    GetProduct,
    /// `salesinvoicelist.nv`: invoices or orders in short.
    SalesInvoiceList,
    /// `salespaymentlist.nv`: payments in short.
    SalesPaymentList,
    /// `getsalesinvoice.nv`: invoices in full.
    GetSalesInvoice,
    /// `getorder.nv`: orders in full.
    GetOrder,
    /// `inventorybywarehouse.nv`: stock by product and warehouse.
    InventoryByWarehouse,
    /// `deletedsalesinvoices.nv`: invoices deleted of late.
    DeletedSalesInvoices,
    /// `deletedsalesorders.nv`: orders deleted of late.
    DeletedSalesOrders,
    /// `getproductgroups.nv`: product groups.
    GetProductGroups,
    /// `extendedproductlist.nv`: products with all there is to them, page by page.
    ExtendedProductList,
    /// `webshopproductlist.nv`: main products and their variants.
    WebShopProductList,
    /// `webshopproductimages.nv`: images of a main product or a variant.
    WebShopProductImages,
    /// `getproductimage.nv`: images by their keys.
    GetProductImage,
}

impl Resource {
    /// Every resource there is.
    pub const ALL: &[Self] = &[
        Self::SalesInvoice,
        Self::SalesPayment,
        Self::Customer,
        Self::Product,
        Self::CustomerList,
        Self::GetCustomer,
        Self::ProductList,
        Self::GetProduct,
        Self::SalesInvoiceList,
        Self::SalesPaymentList,
        Self::GetSalesInvoice,
        Self::GetOrder,
        Self::InventoryByWarehouse,
        Self::DeletedSalesInvoices,
        Self::DeletedSalesOrders,
        Self::GetProductGroups,
        Self::ExtendedProductList,
        Self::WebShopProductList,
        Self::WebShopProductImages,
        Self::GetProductImage,
    ];

    /// The name in the URL, such as `salesinvoice.nv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SalesInvoice => "salesinvoice.nv",
            Self::SalesPayment => "salespayment.nv",
            Self::Customer => "customer.nv",
            Self::Product => "product.nv",
            Self::CustomerList => "customerlist.nv",
            Self::GetCustomer => "getcustomer.nv",
            Self::ProductList => "productlist.nv",
            Self::GetProduct => "getproduct.nv",
            Self::SalesInvoiceList => "salesinvoicelist.nv",
            Self::SalesPaymentList => "salespaymentlist.nv",
            Self::GetSalesInvoice => "getsalesinvoice.nv",
            Self::GetOrder => "getorder.nv",
            Self::InventoryByWarehouse => "inventorybywarehouse.nv",
            Self::DeletedSalesInvoices => "deletedsalesinvoices.nv",
            Self::DeletedSalesOrders => "deletedsalesorders.nv",
            Self::GetProductGroups => "getproductgroups.nv",
            Self::ExtendedProductList => "extendedproductlist.nv",
            Self::WebShopProductList => "webshopproductlist.nv",
            Self::WebShopProductImages => "webshopproductimages.nv",
            Self::GetProductImage => "getproductimage.nv",
        }
    }

    /// The resource of that name, whatever its case (§1.1).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|resource| resource.name().eq_ignore_ascii_case(name))
    }

    /// Whether messages are imported through it, by POST; the others fetch.
    pub(crate) fn is_import(self) -> bool {
        matches!(self, Self::SalesInvoice | Self::SalesPayment | Self::Customer | Self::Product)
    }
}
