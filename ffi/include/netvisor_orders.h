/*
 * netvisor-orders: webshop orders become Netvisor XML and signed headers. Generated from ffi/src; do not edit.
 *
 * - A text given in is a pointer and a length in bytes, UTF-8. It is read during the call and never kept.
 * - A call that can fail returns an nvo_status. *out is written on NVO_STATUS_OK alone, *err on every other status
 *   alone; err may be NULL if you do not care why.
 * - What *out and *err receive is yours: free it with the function named after its type, once. NULL is fine.
 * - An nvo_str is borrowed from the object it was read from: valid until that object is freed. Never free it.
 * - NULL arguments are an error (NVO_STATUS_MISUSE), never a crash. No exception or panic leaves the library.
 * - Objects never change once made: any number of threads may use one at once. Free it when none does any more. An
 *   nvo_order_export alone changes with every call, and belongs to one thread at a time.
 */

#ifndef NETVISOR_ORDERS_H
#define NETVISOR_ORDERS_H

#include <stddef.h>
#include <stdint.h>

/** The version this header belongs to; nvo_version gives that of the library loaded. */
#define NVO_VERSION "0.1.0"
/** The ABI this header describes; a program compares it with nvo_abi_version. */
#define NVO_ABI_VERSION 1

/**
 * How a call ended. What went wrong in detail is in the `nvo_error`.
 */
typedef enum {
    /**
     * It worked: `*out` is written and `*err` is unchanged.
     */
    NVO_STATUS_OK = 0,
    /**
     * The input was refused, or the host could not do its part; `*err` says why, in words meant for people.
     */
    NVO_STATUS_ERROR = 1,
    /**
     * The call itself was wrong: a NULL where none is permitted, a name that is not UTF-8, or a call out of turn.
     */
    NVO_STATUS_MISUSE = 2,
    /**
     * A bug in this library. Nothing was written but `*err`; please report it.
     */
    NVO_STATUS_PANIC = 3,
} nvo_status;

/**
 * Where the `send` of an `nvo_host` puts what became of a request. It is the library's: it lasts as long as that call.
 */
typedef struct nvo_answer nvo_answer;

/**
 * Where requests go and who sends them. It holds the keys; nothing reads them back, and they are wiped when it is freed.
 */
typedef struct nvo_connection nvo_connection;

/**
 * Why a call failed: a kind, a stable code, a path into the input, a message, and all faults as JSON.
 *
 * Codes of the library's own misuse are `argument_null`, `argument_not_utf8`, `argument_too_long`, `argument_unknown` and
 * `request_in_flight` (kind `misuse`); a host that failed is `checkpoint_not_stored`
 * or `batch_not_kept` (kind `host`); a bug is `panic` (kind
 * `internal`). No text in it ever holds a key.
 */
typedef struct nvo_error nvo_error;

/**
 * A fetch that is under way. Unlike most objects it changes with each call, so one thread at a time may use it.
 */
typedef struct nvo_fetch nvo_fetch;

/**
 * What an export or a fetch wants done next.
 */
typedef struct nvo_output nvo_output;

/**
 * An order in the canonical form, as read from what a shop sent, and what was noticed on the way.
 */
typedef struct nvo_order nvo_order;

/**
 * An export that is under way. Unlike every other object it changes with each call, so one thread at a time may use it.
 */
typedef struct nvo_order_export nvo_order_export;

/**
 * The Netvisor documents an order becomes, in the order they are sent, and what was noticed on the way.
 */
typedef struct nvo_preview_result nvo_preview_result;

/**
 * The merchant's choices, read once and used for any number of orders, by several threads at once if you like.
 */
typedef struct nvo_settings nvo_settings;

/**
 * A signed request, ready to be sent by any HTTP client. It holds no key.
 */
typedef struct nvo_signed nvo_signed;

/**
 * Owned text: what `nvo_read_reply` gives.
 */
typedef struct nvo_text nvo_text;

/**
 * A piece of UTF-8 text, borrowed from the object it was read from.
 *
 * `data[len]` is a NUL byte that `len` does not count, so the text can be given to functions that expect a C string.
 * `data` is NULL (and `len` 0) where there is nothing to read: the object was NULL or the index out of range.
 */
typedef struct {
    /**
     * The first byte.
     */
    const char *data;
    /**
     * The number of bytes, without the NUL byte that follows them.
     */
    size_t len;
} nvo_str;

/**
 * What the host does for `nvo_order_export_run` and `nvo_fetch_run`, which do no I/O of their own. Fill in every field, NULL
 * where it may be.
 *
 * The functions are called on the thread that called the run, one at a time. What they are given is the library's and lasts
 * as long as the call. They must return: no `longjmp`, no C++ exception. They must not use the export or the fetch.
 */
typedef struct {
    /**
     * Given to each of the functions, otherwise untouched.
     */
    void *context;
    /**
     * Sends a request once, without a second attempt of the HTTP client's own, and puts what became of it into `answer`.
     * Netvisor gets two minutes to answer, as the vendor advises. `body` is empty for a GET.
     */
    void (*send)(void *context, const nvo_signed *request, nvo_str body, nvo_answer *answer);
    /**
     * Keeps the checkpoint: before every request that changes something in Netvisor, after every batch that was kept, before
     * every wait, and at the end. It must be on the disk when the function returns. 0 when it is; otherwise nothing is sent and the run fails.
     */
    int (*store)(void *context, nvo_str checkpoint);
    /**
     * The time now, in milliseconds since 1970 in UTC. Netvisor compares it with its own.
     */
    int64_t (*now)(void *context);
    /**
     * Writes a transaction id that was never used before, such as a UUID, to `id`, where there is room for `size` bytes;
     * returns its length. 0 where none can be made: nothing is sent then and the run fails.
     */
    size_t (*transaction_id)(void *context, char *id, size_t size);
    /**
     * Sleeps until that time, in milliseconds since 1970; `reason` is "back_off", "maintenance" or "quarantine", and it may
     * be minutes. 0 to go on, also when it woke up early; anything else ends the run, to be resumed from the checkpoint. NULL
     * for a host that cannot wait.
     */
    int (*wait)(void *context, int64_t until_unix_ms, nvo_str reason);
    /**
     * Asked before each step; anything but 0 ends the run, to be resumed from the checkpoint. NULL: nothing ends it.
     */
    int (*should_stop)(void *context);
    /**
     * Told before each request and each wait, and at the end, how many orders there are (of a fetch how many things, 0 while
     * nobody knows), how many have ended (or were handed out), and the number of the order that is worked on, which may be
     * empty. NULL if nobody wants to know.
     */
    void (*progress)(void *context, size_t total, size_t done, nvo_str current);
    /**
     * The time by which waits are reckoned, where it is not `now`: a test need not wait ten minutes. NULL otherwise.
     */
    int64_t (*clock)(void *context);
    /**
     * Keeps what a fetch hands out, given as JSON. It may come again after a crash, so keep it by its NetvisorKeys. 0 when it
     * is kept; otherwise the run fails, and a later one hands it out again from the checkpoint. NULL for exports, which hand
     * nothing out.
     */
    int (*deliver)(void *context, nvo_str batch);
} nvo_host;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of this library, such as "0.1.0". The text is static: it is always valid and never freed.
 *
 * A function, because PHP cannot read `#define`s.
 */
nvo_str nvo_version(void);

/**
 * The version of this ABI. A program compares it with the `NVO_ABI_VERSION` it was compiled with.
 */
uint32_t nvo_abi_version(void);

/**
 * Reads an order as the shop sent it. `shop` is "canonical", "woocommerce" or "shopify"; `json` is the order.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `shop` and `json` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL
 * or point to a writable pointer.
 */
nvo_status nvo_read_order(const char *shop,
                          size_t shop_len,
                          const char *json,
                          size_t json_len,
                          nvo_order **out,
                          nvo_error **err);

/**
 * The canonical order as JSON: give it to `nvo_preview`, or store it. The text is borrowed from `order`: valid until
 * `nvo_order_free`.
 *
 * # Safety
 * `order` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_order_json(const nvo_order *order);

/**
 * What was noticed while reading, as a JSON list of faults, each with `code`, `path`, `message` and `messages`; "[]"
 * when nothing was. The text is borrowed from `order`: valid until `nvo_order_free`.
 *
 * # Safety
 * `order` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_order_warnings_json(const nvo_order *order);

/**
 * Frees an order. NULL is fine.
 *
 * # Safety
 * `order` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
 * used any more.
 */
void nvo_order_free(nvo_order *order);

/**
 * Reads the merchant's settings. `{}` are the defaults; unknown keys are refused.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_settings_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `json` must be NULL or point to `json_len` readable bytes; `out` and `err` must be NULL or point to a writable
 * pointer.
 */
nvo_status nvo_settings_parse(const char *json,
                              size_t json_len,
                              nvo_settings **out,
                              nvo_error **err);

/**
 * Frees settings. NULL is fine. Previews made with them stay valid.
 *
 * # Safety
 * `settings` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using
 * it.
 */
void nvo_settings_free(nvo_settings *settings);

/**
 * Prepares the Netvisor documents of a canonical order (`nvo_order_json`, or one of your own). Nothing is signed or sent.
 *
 * `known` tells the NetvisorKeys that earlier replies gave, `{"customer_key": 8, "document_key": 12}`; with NULL and
 * length 0 nothing is known yet.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_preview_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `settings` must be NULL or an object that this library gave and that was not freed yet; `order` and `known` must be
 * NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL or point to a writable
 * pointer.
 */
nvo_status nvo_preview(const nvo_settings *settings,
                       const char *order,
                       size_t order_len,
                       const char *known,
                       size_t known_len,
                       nvo_preview_result **out,
                       nvo_error **err);

/**
 * The whole preview as JSON, `{"documents": [...], "warnings": [...]}`, without the bodies of the requests. The text is
 * borrowed from `preview`: valid until `nvo_preview_free`.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_preview_json(const nvo_preview_result *preview);

/**
 * How many documents there are; 0 for NULL.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
size_t nvo_preview_document_count(const nvo_preview_result *preview);

/**
 * What a document is: "customer", "product", "sales_invoice" or "sales_payment". The text is borrowed from `preview`:
 * valid until `nvo_preview_free`.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_preview_document_kind(const nvo_preview_result *preview,
                                  size_t index);

/**
 * When a document is sent: "always", or "if_missing" in Netvisor's register. The text is borrowed from `preview`: valid
 * until `nvo_preview_free`.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_preview_document_when(const nvo_preview_result *preview,
                                  size_t index);

/**
 * The request that sends a document, as JSON without the body: give it to `nvo_connection_sign`, which refuses it with
 * "request_incomplete" while it still awaits a key that is not in `known`. The text is borrowed from `preview`: valid
 * until `nvo_preview_free`.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_preview_document_request(const nvo_preview_result *preview,
                                     size_t index);

/**
 * The body of the request, Netvisor's XML: send these bytes as they are. The text is borrowed from `preview`: valid
 * until `nvo_preview_free`.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_preview_document_body(const nvo_preview_result *preview,
                                  size_t index);

/**
 * Frees a preview. NULL is fine.
 *
 * # Safety
 * `preview` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may
 * be used any more.
 */
void nvo_preview_free(nvo_preview_result *preview);

/**
 * Reads a connection: `base_url`, `sender`, `customer_id`, `customer_key`, `partner_id`, `partner_key`,
 * `organisation_id`, and optionally `language` ("FI", "EN" or "SE") and `mac` ("HMACSHA256" or "SHA256").
 *
 * The library wipes its own copy of the keys; the caller's `json` is the caller's to wipe.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_connection_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `json` must be NULL or point to `json_len` readable bytes; `out` and `err` must be NULL or point to a writable
 * pointer.
 */
nvo_status nvo_connection_parse(const char *json,
                                size_t json_len,
                                nvo_connection **out,
                                nvo_error **err);

/**
 * Frees a connection. NULL is fine. Requests signed with it stay valid.
 *
 * # Safety
 * `connection` must be NULL or an object that this library gave and that was not freed yet; no other thread may be
 * using it.
 */
void nvo_connection_free(nvo_connection *connection);

/**
 * Signs a request, given as JSON `{"method": ..., "resource": ..., "query": [[name, value], ...]}`: one from
 * `nvo_preview_document_request`, or one of your own. No signature covers the body, so it is not needed here.
 *
 * `unix_ms` is the time now, in milliseconds since 1970 in UTC; `transaction_id` is new for every attempt, also when
 * the same request is sent again.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_signed_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `connection` must be NULL or an object that this library gave and that was not freed yet; `request` and
 * `transaction_id` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_connection_sign(const nvo_connection *connection,
                               const char *request,
                               size_t request_len,
                               int64_t unix_ms,
                               const char *transaction_id,
                               size_t transaction_id_len,
                               nvo_signed **out,
                               nvo_error **err);

/**
 * The HTTP method, "GET" or "POST". The text is borrowed from `request`: valid until `nvo_signed_free`.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_signed_method(const nvo_signed *request);

/**
 * The URL, which must be sent exactly as it is: the signature covers it. The text is borrowed from `request`: valid
 * until `nvo_signed_free`.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_signed_url(const nvo_signed *request);

/**
 * How many headers there are; 0 for NULL.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
size_t nvo_signed_header_count(const nvo_signed *request);

/**
 * The name of a header. The text is borrowed from `request`: valid until `nvo_signed_free`.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_signed_header_name(const nvo_signed *request, size_t index);

/**
 * The value of a header, in UTF-8. HTTP carries it in ISO 8859-1, so an HTTP client that sends bytes as they are given
 * needs it converted first where it is not plain ASCII, as a sender's name can be. The text is borrowed from `request`:
 * valid until `nvo_signed_free`.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_signed_header_value(const nvo_signed *request,
                                size_t index);

/**
 * Method, URL and headers in one piece of JSON, `{"method": ..., "url": ..., "headers": {...}}`. The text is borrowed
 * from `request`: valid until `nvo_signed_free`.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_signed_json(const nvo_signed *request);

/**
 * Frees a signed request. NULL is fine.
 *
 * # Safety
 * `request` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
 * used any more.
 */
void nvo_signed_free(nvo_signed *request);

/**
 * Begins an export of canonical orders, given as a JSON array. An order that is wrong is rejected in the report; the
 * others are exported.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_export_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `orders` must be NULL or point to `orders_len` readable bytes; `settings` must be NULL or an object that this library
 * gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_order_export_begin(const nvo_settings *settings,
                                  const char *orders,
                                  size_t orders_len,
                                  nvo_order_export **out,
                                  nvo_error **err);

/**
 * Goes on where an export stood when its checkpoint was stored. A request that was under way then is looked for before
 * anything is sent again.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_order_export_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `checkpoint` must be NULL or point to `checkpoint_len` readable bytes; `settings` must be NULL or an object that this
 * library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_order_export_resume(const nvo_settings *settings,
                                   const char *checkpoint,
                                   size_t checkpoint_len,
                                   nvo_order_export **out,
                                   nvo_error **err);

/**
 * What to do next: send a request, wait, or take the report. `now_unix_ms` is the time now, in milliseconds since 1970 in
 * UTC. While a request awaits its answer there is nothing but to wait; polling then changes nothing.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_output_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_order_export_poll(nvo_order_export *export_,
                                 int64_t now_unix_ms,
                                 nvo_output **out,
                                 nvo_error **err);

/**
 * Hands in the answer to the request with this id: its HTTP status and the body as it came. An empty body may be NULL with
 * length 0.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `body` must be NULL or point to `body_len` readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_order_export_reply(nvo_order_export *export_,
                                  uint64_t id,
                                  uint16_t http_status,
                                  const char *body,
                                  size_t body_len,
                                  nvo_error **err);

/**
 * Says that the request with this id has no answer, and why: "timeout", "connection_lost", or "not_connected" where it is
 * certain that Netvisor cannot have got it.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `kind` must be NULL or point to `kind_len` readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_order_export_no_reply(nvo_order_export *export_,
                                     uint64_t id,
                                     const char *kind,
                                     size_t kind_len,
                                     nvo_error **err);

/**
 * The export as text, to be stored as it is: before a request is sent for which `nvo_output_must_checkpoint` says so, and
 * whenever you like. It holds orders but no credentials.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_order_export_checkpoint(const nvo_order_export *export_,
                                       nvo_text **out,
                                       nvo_error **err);

/**
 * How far the export has come, as JSON: `{"total": 500, "done": 120, "current": "10234"}`.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_order_export_progress(const nvo_order_export *export_,
                                     nvo_text **out,
                                     nvo_error **err);

/**
 * What has become of the orders so far, as JSON; the report of an `nvo_output` of kind "done" is the last one.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_order_export_report(const nvo_order_export *export_,
                                   nvo_text **out,
                                   nvo_error **err);

/**
 * Frees an export. NULL is fine. Outputs it gave stay valid.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using it.
 */
void nvo_order_export_free(nvo_order_export *export_);

/**
 * Begins a fetch. `kind` is "stock", "catalogue", "documents", "setup_check" or "number_plan"; `options` are its options as
 * JSON, `{}` for the defaults.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_fetch_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `kind` must be NULL or point to `kind_len` readable bytes, `options` to `options_len`; `settings` must be NULL or an object
 * that this library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_fetch_begin(const nvo_settings *settings,
                           const char *kind,
                           size_t kind_len,
                           const char *options,
                           size_t options_len,
                           nvo_fetch **out,
                           nvo_error **err);

/**
 * Goes on where a fetch, of whatever kind, stood when its checkpoint was stored. What was not handed out by then is fetched
 * again.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_fetch_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `checkpoint` must be NULL or point to `checkpoint_len` readable bytes; `settings` must be NULL or an object that this
 * library gave and that was not freed yet; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_fetch_resume(const nvo_settings *settings,
                            const char *checkpoint,
                            size_t checkpoint_len,
                            nvo_fetch **out,
                            nvo_error **err);

/**
 * What to do next: send a request, keep what is handed out, wait, or take the report. `now_unix_ms` is the time now, in milliseconds since 1970 in
 * UTC. While a request awaits its answer there is nothing but to wait; polling then changes nothing.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_output_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_fetch_poll(nvo_fetch *fetch,
                          int64_t now_unix_ms,
                          nvo_output **out,
                          nvo_error **err);

/**
 * Hands in the answer to the request with this id: its HTTP status and the body as it came. An empty body may be NULL with
 * length 0.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `body` must be NULL or point to `body_len` readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_fetch_reply(nvo_fetch *fetch,
                           uint64_t id,
                           uint16_t http_status,
                           const char *body,
                           size_t body_len,
                           nvo_error **err);

/**
 * Says that the request with this id has no answer, and why: "timeout", "connection_lost", or "not_connected" where it is
 * certain that Netvisor cannot have got it.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet, and no other thread may be using
 * it; `kind` must be NULL or point to `kind_len` readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_fetch_no_reply(nvo_fetch *fetch,
                              uint64_t id,
                              const char *kind,
                              size_t kind_len,
                              nvo_error **err);

/**
 * The fetch as text, to be stored as it is: after what was handed out has been kept, before a wait, and in the end. It holds
 * no credentials, and nothing that was fetched.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_fetch_checkpoint(const nvo_fetch *fetch,
                                nvo_text **out,
                                nvo_error **err);

/**
 * How far the fetch has come, as JSON: `{"total": 500, "done": 120}`; `total` is null until it is known.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_fetch_progress(const nvo_fetch *fetch,
                              nvo_text **out,
                              nvo_error **err);

/**
 * What has become of the fetch so far, as JSON; the report of an `nvo_output` of kind "done" is the last one.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_fetch_report(const nvo_fetch *fetch,
                            nvo_text **out,
                            nvo_error **err);

/**
 * Frees a fetch. NULL is fine. Outputs it gave stay valid.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet; no other thread may be using it.
 */
void nvo_fetch_free(nvo_fetch *fetch);

/**
 * The output as JSON, without the body of a request: `{"kind": "send", "id", "must_checkpoint", "order", "request"}`,
 * `{"kind": "wait", "until", "reason"}`, `{"kind": "batch", "batch"}` or `{"kind": "done", "report"}`. The text is borrowed from `output`: valid until
 * `nvo_output_free`.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_json(const nvo_output *output);

/**
 * What is to be done: "send", "wait", "batch" (of a fetch alone) or "done". The text is static: it is valid as long as the library is loaded.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_kind(const nvo_output *output);

/**
 * The id of a request to send, for `nvo_order_export_reply` or `nvo_fetch_reply`; 0 of anything else.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
uint64_t nvo_output_id(const nvo_output *output);

/**
 * 1 when the checkpoint must be stored before this request is sent, else 0.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
uint8_t nvo_output_must_checkpoint(const nvo_output *output);

/**
 * Until when to wait, in milliseconds since 1970; 0 where there is nothing to wait for.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
int64_t nvo_output_until(const nvo_output *output);

/**
 * What is waited for: "in_flight", the answer to the request given last; "back_off", "maintenance" or "quarantine". The
 * text is borrowed from `output`: valid until `nvo_output_free`. Nothing where there is nothing to wait for.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_reason(const nvo_output *output);

/**
 * The request to send, as JSON without the body: give it to `nvo_connection_sign`. The text is borrowed from `output`:
 * valid until `nvo_output_free`.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_request(const nvo_output *output);

/**
 * The body of the request, empty for a GET: send these bytes as they are. The text is borrowed from `output`: valid until
 * `nvo_output_free`.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_body(const nvo_output *output);

/**
 * The number of the order the request is for; empty for a look-up for many orders. The text is borrowed from `output`:
 * valid until `nvo_output_free`.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_order(const nvo_output *output);

/**
 * What a fetch hands out, as JSON: keep it, then store the checkpoint. The text is borrowed from `output`: valid until
 * `nvo_output_free`. Nothing where nothing is handed out.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_output_batch(const nvo_output *output);

/**
 * Frees an output. NULL is fine.
 *
 * # Safety
 * `output` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
 * used any more.
 */
void nvo_output_free(nvo_output *output);

/**
 * Puts in the reply to a request: its HTTP status and the whole body as it came, which is copied. An empty body may be NULL
 * with length 0. Every status is a reply, also those of errors.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `answer` must be NULL or what `send` was given, while that call lasts; `body` must be NULL or point to `body_len`
 * readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_answer_reply(nvo_answer *answer,
                            uint16_t http_status,
                            const char *body,
                            size_t body_len,
                            nvo_error **err);

/**
 * Says that a request has no reply, and why: "timeout", "connection_lost", or "not_connected" where it is certain that
 * Netvisor cannot have got it. "connection_lost" is taken where `send` says nothing.
 *
 * On `NVO_STATUS_OK`: `*err` is unchanged.
 * On any other status: nothing has changed. The caller now owns `*err` and must call `nvo_error_free`. `err` may be NULL.
 *
 * # Safety
 * `answer` must be NULL or what `send` was given, while that call lasts; `kind` must be NULL or point to `kind_len`
 * readable bytes; `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_answer_no_reply(nvo_answer *answer,
                               const char *kind,
                               size_t kind_len,
                               nvo_error **err);

/**
 * Runs an export to its end over the host's HTTP: polls it, has checkpoints stored, signs each request with a new stamp, has
 * it sent, and hands in what became of it. `*out` becomes the report as JSON; `"finished": false` in it says that the run
 * ended before the orders had, because the host wanted that or could not wait. The stored checkpoint goes on from there, and
 * so does another call.
 *
 * A checkpoint that could not be stored is an error of the kind "host", code `checkpoint_not_stored`. After that, and after a
 * request that could not be signed, the export can be run again.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `export` must be NULL or an object that this library gave and that was not freed yet, and nobody else may be using it,
 * which includes the functions of the host; `connection` must be NULL or an object that this library gave and that was not
 * freed yet; `host` must be NULL or point to a host whose functions do what its fields say; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_order_export_run(nvo_order_export *export_,
                                const nvo_connection *connection,
                                const nvo_host *host,
                                nvo_text **out,
                                nvo_error **err);

/**
 * Runs a fetch to its end over the host's HTTP, in the manner of `nvo_order_export_run`. What is handed out goes to the
 * host's `deliver`, and then the checkpoint is stored. `*out` becomes the report as JSON.
 *
 * What could not be kept is an error of the kind "host", code `batch_not_kept`; another call hands it out again.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `fetch` must be NULL or an object that this library gave and that was not freed yet, and nobody else may be using it,
 * which includes the functions of the host; `connection` must be NULL or an object that this library gave and that was not
 * freed yet; `host` must be NULL or point to a host whose functions do what its fields say; `out` and `err` must be NULL or
 * point to a writable pointer.
 */
nvo_status nvo_fetch_run(nvo_fetch *fetch,
                         const nvo_connection *connection,
                         const nvo_host *host,
                         nvo_text **out,
                         nvo_error **err);

/**
 * Reads what Netvisor answered to a request for `resource` (such as "salesinvoice.nv"): the HTTP status and the body
 * as it came, in any encoding Netvisor uses. An empty body may be NULL with length 0.
 *
 * `*out` becomes the reply as JSON. A refusal by Netvisor is no error here: it is read, `"outcome":"refused"`.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `resource` and `body` must be NULL or point to as many readable bytes as their lengths say; `out` and `err` must be
 * NULL or point to a writable pointer.
 */
nvo_status nvo_read_reply(const char *resource,
                          size_t resource_len,
                          uint16_t http_status,
                          const char *body,
                          size_t body_len,
                          nvo_text **out,
                          nvo_error **err);

/**
 * Which rights the merchant has to give the interface identifier in Netvisor, and what has to be true before, for these
 * settings and these features: a JSON array of "export", "stock", "catalogue", "catalogue_web_shop", "catalogue_extended",
 * "catalogue_images", "documents", "number_plan" and "matching".
 * `*out` becomes `{"permissions": […], "prerequisites": […]}`.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `settings` must be NULL or an object that this library gave and that was not freed yet; `features` must be NULL or point to
 * `features_len` readable bytes; `out` and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_required_permissions(const nvo_settings *settings,
                                    const char *features,
                                    size_t features_len,
                                    nvo_text **out,
                                    nvo_error **err);

/**
 * Says which customers of the shop's register are which in Netvisor's, as far as that can be said without guessing. `shop` and
 * `netvisor` are JSON arrays, `netvisor` of rows as `nvo_read_reply` gives them of customerlist.nv; `options` are JSON, `{}`
 * for the defaults. `*out` becomes the proposals as JSON, with a CSV for the shop's import.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `shop` must be NULL or point to `shop_len` readable bytes, `netvisor` to `netvisor_len` and `options` to `options_len`; `out`
 * and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_match_customers(const char *shop,
                               size_t shop_len,
                               const char *netvisor,
                               size_t netvisor_len,
                               const char *options,
                               size_t options_len,
                               nvo_text **out,
                               nvo_error **err);

/**
 * Says which products of the shop's Netvisor has, which an export would create, and which differ in name or price. The
 * arguments are as those of `nvo_match_customers`, `netvisor` with rows of productlist.nv.
 *
 * On `NVO_STATUS_OK`: The caller now owns `*out` and must call `nvo_text_free`; `*err` is unchanged.
 * On any other status: `*out` is unchanged. The caller now owns `*err` and must call `nvo_error_free`.
 * `err` may be NULL.
 *
 * # Safety
 * `shop` must be NULL or point to `shop_len` readable bytes, `netvisor` to `netvisor_len` and `options` to `options_len`; `out`
 * and `err` must be NULL or point to a writable pointer.
 */
nvo_status nvo_match_products(const char *shop,
                              size_t shop_len,
                              const char *netvisor,
                              size_t netvisor_len,
                              const char *options,
                              size_t options_len,
                              nvo_text **out,
                              nvo_error **err);

/**
 * Which input was refused: "order", "settings", "connection", "request" or "reply"; "host" where a function of an
 * `nvo_host` failed; "misuse" or "internal" for a status other than `NVO_STATUS_ERROR`. The text is borrowed from
 * `error`: valid until `nvo_error_free`.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_error_kind(const nvo_error *error);

/**
 * The stable code of the first fault, such as "line_sku_missing": programs compare this, never the message.
 * The text is borrowed from `error`: valid until `nvo_error_free`.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_error_code(const nvo_error *error);

/**
 * Where in the input the first fault is, as a JSON pointer (RFC 6901) such as "/lines/0/sku"; empty where the whole
 * input is meant. The text is borrowed from `error`: valid until `nvo_error_free`.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_error_path(const nvo_error *error);

/**
 * What is wrong and what to do about it, in the language of the settings. The text is borrowed from `error`: valid
 * until `nvo_error_free`.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_error_message(const nvo_error *error);

/**
 * The whole error as JSON: `kind`, `code`, `path` and `message` as above, and `faults`, the list of everything found,
 * each with its `code`, `path`, `message` and the `messages` in Finnish, Swedish and English. The text is borrowed
 * from `error`: valid until `nvo_error_free`.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_error_json(const nvo_error *error);

/**
 * Frees an error. NULL is fine.
 *
 * # Safety
 * `error` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
 * used any more.
 */
void nvo_error_free(nvo_error *error);

/**
 * The text itself. It is borrowed from `text`: valid until `nvo_text_free`.
 *
 * # Safety
 * `text` must be NULL or an object that this library gave and that was not freed yet.
 */
nvo_str nvo_text_str(const nvo_text *text);

/**
 * Frees a text. NULL is fine.
 *
 * # Safety
 * `text` must be NULL or an object that this library gave and that was not freed yet. Nothing borrowed from it may be
 * used any more.
 */
void nvo_text_free(nvo_text *text);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* NETVISOR_ORDERS_H */
