use crate::strict_json::words;

words! {
    /// What an order becomes in Netvisor.
    pub enum DocumentType {
        /// A sales order.
        Order = "order",
        /// A sales invoice.
        Invoice = "invoice",
        /// A draft invoice, without a number.
        Draft = "draft",
    }
}

words! {
    /// The state the document is created in (§6.3).
    pub enum DocumentStatus {
        /// Order not yet sent.
        Undelivered = "undelivered",
        /// Order sent.
        Delivered = "delivered",
        /// Invoice sent elsewhere: goes to receivables at once.
        Open = "open",
        /// Invoice that Netvisor will send.
        Unsent = "unsent",
    }
}

words! {
    /// Where document numbers come from.
    pub enum NumberingMode {
        /// The digits of the order number plus an offset. A number Netvisor already has is refused there, which guards
        /// against exporting an order twice.
        OrderNumber = "order_number",
        /// Netvisor's next free number. Without a number of our own, Netvisor cannot refuse a second document.
        Automatic = "automatic",
    }
}

words! {
    /// How the buyer is linked to a customer in Netvisor.
    pub enum CustomerMatch {
        /// Shop and Netvisor use the same customer number.
        CustomerNumber = "customer_number",
        /// The order carries the Netvisor customer number in a field of its own.
        NetvisorNumber = "netvisor_number",
        /// By business id; needs a look-up.
        BusinessId = "business_id",
        /// Every order goes to the temporary customer.
        Temporary = "temporary",
    }
}

words! {
    /// What happens when the customer is not in Netvisor.
    pub enum MissingCustomer {
        /// A customer card is created.
        Create = "create",
        /// The temporary customer is used.
        Temporary = "temporary",
        /// The order is refused.
        Reject = "reject",
    }
}

words! {
    /// Whether customer cards that are there already are changed.
    pub enum UpdateCustomer {
        /// Never.
        Never = "never",
        /// Name and business id are, where the order has others; nothing else of the card is known to an export.
        Changed = "changed",
    }
}

words! {
    /// How products are linked.
    pub enum ProductMatch {
        /// By product code.
        Code = "code",
        /// By EAN.
        Ean = "ean",
    }
}

words! {
    /// What happens when a product is not in Netvisor.
    pub enum MissingProduct {
        /// It is created with code, name and current price only.
        Create = "create",
        /// `products.fallback_code` is used.
        Fallback = "fallback",
        /// The order is refused.
        Reject = "reject",
    }
}

words! {
    /// Where a text goes on the document.
    pub enum CommentPlace {
        /// A comment line after the product lines.
        CommentLine = "comment_line",
        /// The free text before the lines.
        FreeTextBeforeLines = "free_text_before_lines",
        /// The free text after the lines.
        FreeTextAfterLines = "free_text_after_lines",
        /// The private comment, which the buyer does not see.
        PrivateComment = "private_comment",
        /// Nowhere.
        None = "none",
    }
}

words! {
    /// Whether payments received in the shop are recorded.
    pub enum RecordPayment {
        /// Never.
        Never = "never",
        /// For orders the shop says are paid.
        WhenPaid = "when_paid",
    }
}

words! {
    /// How a gift card used to pay is shown.
    pub enum GiftCards {
        /// A negative line without VAT.
        Line = "line",
        /// A payment of its own beside the other; needs `payment.record`.
        Payment = "payment",
    }
}

words! {
    /// The kind of a Netvisor payment method (§2.2).
    pub enum PaymentMethodType {
        /// A payment method set up in Netvisor under its name.
        Alternative = "alternative",
        /// A bank account.
        BankAccount = "bankaccount",
    }
}

words! {
    /// How the term of payment is given.
    pub enum TermsAs {
        /// As a number of days.
        NetDays = "net_days",
        /// As a due date: the order's date plus the days.
        DueDate = "due_date",
    }
}

words! {
    /// Whether unit prices are sent with VAT.
    pub enum LinePrice {
        /// As the shop's prices are.
        AsShop = "as_shop",
        /// Without VAT.
        Net = "net",
        /// With VAT.
        Gross = "gross",
    }
}

words! {
    /// How line sums are sent (§2.1, §3.12).
    pub enum LineSum {
        /// With VAT, as Netvisor returns them.
        Gross = "gross",
        /// Without VAT.
        Net = "net",
        /// Not at all: Netvisor computes them.
        Omit = "omit",
    }
}

words! {
    /// The language of messages.
    pub enum MessageLanguage {
        /// Finnish.
        Finnish = "fi",
        /// Swedish.
        Swedish = "sv",
        /// English.
        English = "en",
    }
}

words! {
    /// What happens to a text longer than its field in Netvisor.
    pub enum TextOverflow {
        /// It is cut at a character boundary, with a warning.
        TruncateAndWarn = "truncate_and_warn",
        /// The order is refused.
        Refuse = "refuse",
    }
}

words! {
    /// How characters outside ASCII are written.
    pub enum Characters {
        /// As numeric references: the same bytes are valid ISO 8859-15 and UTF-8.
        Ascii = "ascii",
        /// As UTF-8.
        Utf8 = "utf8",
    }
}
