typedef enum {
    NVO_STATUS_OK = 0,
    NVO_STATUS_ERROR = 1,
    NVO_STATUS_MISUSE = 2,
    NVO_STATUS_PANIC = 3,
} nvo_status;

typedef struct nvo_answer nvo_answer;

typedef struct nvo_connection nvo_connection;

typedef struct nvo_error nvo_error;

typedef struct nvo_fetch nvo_fetch;

typedef struct nvo_output nvo_output;

typedef struct nvo_order nvo_order;

typedef struct nvo_order_export nvo_order_export;

typedef struct nvo_preview_result nvo_preview_result;

typedef struct nvo_settings nvo_settings;

typedef struct nvo_signed nvo_signed;

typedef struct nvo_text nvo_text;

typedef struct {
    const char *data;
    size_t len;
} nvo_str;

typedef struct {
    void *context;
    void (*send)(void *context, const nvo_signed *request, nvo_str body, nvo_answer *answer);
    int (*store)(void *context, nvo_str checkpoint);
    int64_t (*now)(void *context);
    size_t (*transaction_id)(void *context, char *id, size_t size);
    int (*wait)(void *context, int64_t until_unix_ms, nvo_str reason);
    int (*should_stop)(void *context);
    void (*progress)(void *context, size_t total, size_t done, nvo_str current);
    int64_t (*clock)(void *context);
    int (*deliver)(void *context, nvo_str batch);
} nvo_host;

nvo_str nvo_version(void);

uint32_t nvo_abi_version(void);

nvo_status nvo_read_order(const char *shop,
                          size_t shop_len,
                          const char *json,
                          size_t json_len,
                          nvo_order **out,
                          nvo_error **err);

nvo_str nvo_order_json(const nvo_order *order);

nvo_str nvo_order_warnings_json(const nvo_order *order);

void nvo_order_free(nvo_order *order);

nvo_status nvo_settings_parse(const char *json, size_t json_len, nvo_settings **out, nvo_error **err);

void nvo_settings_free(nvo_settings *settings);

nvo_status nvo_preview(const nvo_settings *settings,
                       const char *order,
                       size_t order_len,
                       const char *known,
                       size_t known_len,
                       nvo_preview_result **out,
                       nvo_error **err);

nvo_str nvo_preview_json(const nvo_preview_result *preview);

size_t nvo_preview_document_count(const nvo_preview_result *preview);

nvo_str nvo_preview_document_kind(const nvo_preview_result *preview, size_t index);

nvo_str nvo_preview_document_when(const nvo_preview_result *preview, size_t index);

nvo_str nvo_preview_document_request(const nvo_preview_result *preview, size_t index);

nvo_str nvo_preview_document_body(const nvo_preview_result *preview, size_t index);

void nvo_preview_free(nvo_preview_result *preview);

nvo_status nvo_connection_parse(const char *json, size_t json_len, nvo_connection **out, nvo_error **err);

void nvo_connection_free(nvo_connection *connection);

nvo_status nvo_connection_sign(const nvo_connection *connection,
                               const char *request,
                               size_t request_len,
                               int64_t unix_ms,
                               const char *transaction_id,
                               size_t transaction_id_len,
                               nvo_signed **out,
                               nvo_error **err);

nvo_str nvo_signed_method(const nvo_signed *request);

nvo_str nvo_signed_url(const nvo_signed *request);

size_t nvo_signed_header_count(const nvo_signed *request);

nvo_str nvo_signed_header_name(const nvo_signed *request, size_t index);

nvo_str nvo_signed_header_value(const nvo_signed *request, size_t index);

nvo_str nvo_signed_json(const nvo_signed *request);

void nvo_signed_free(nvo_signed *request);

nvo_status nvo_order_export_begin(const nvo_settings *settings,
                                  const char *orders,
                                  size_t orders_len,
                                  nvo_order_export **out,
                                  nvo_error **err);

nvo_status nvo_order_export_resume(const nvo_settings *settings,
                                   const char *checkpoint,
                                   size_t checkpoint_len,
                                   nvo_order_export **out,
                                   nvo_error **err);

nvo_status nvo_order_export_poll(nvo_order_export *export_,
                                 int64_t now_unix_ms,
                                 nvo_output **out,
                                 nvo_error **err);

nvo_status nvo_order_export_reply(nvo_order_export *export_,
                                  uint64_t id,
                                  uint16_t http_status,
                                  const char *body,
                                  size_t body_len,
                                  nvo_error **err);

nvo_status nvo_order_export_no_reply(nvo_order_export *export_,
                                     uint64_t id,
                                     const char *kind,
                                     size_t kind_len,
                                     nvo_error **err);

nvo_status nvo_order_export_checkpoint(const nvo_order_export *export_, nvo_text **out, nvo_error **err);

nvo_status nvo_order_export_progress(const nvo_order_export *export_, nvo_text **out, nvo_error **err);

nvo_status nvo_order_export_report(const nvo_order_export *export_, nvo_text **out, nvo_error **err);

void nvo_order_export_free(nvo_order_export *export_);

nvo_status nvo_fetch_begin(const nvo_settings *settings,
                           const char *kind,
                           size_t kind_len,
                           const char *options,
                           size_t options_len,
                           nvo_fetch **out,
                           nvo_error **err);

nvo_status nvo_fetch_resume(const nvo_settings *settings,
                            const char *checkpoint,
                            size_t checkpoint_len,
                            nvo_fetch **out,
                            nvo_error **err);

nvo_status nvo_fetch_poll(nvo_fetch *fetch, int64_t now_unix_ms, nvo_output **out, nvo_error **err);

nvo_status nvo_fetch_reply(nvo_fetch *fetch,
                           uint64_t id,
                           uint16_t http_status,
                           const char *body,
                           size_t body_len,
                           nvo_error **err);

nvo_status nvo_fetch_no_reply(nvo_fetch *fetch,
                              uint64_t id,
                              const char *kind,
                              size_t kind_len,
                              nvo_error **err);

nvo_status nvo_fetch_checkpoint(const nvo_fetch *fetch, nvo_text **out, nvo_error **err);

nvo_status nvo_fetch_progress(const nvo_fetch *fetch, nvo_text **out, nvo_error **err);

nvo_status nvo_fetch_report(const nvo_fetch *fetch, nvo_text **out, nvo_error **err);

void nvo_fetch_free(nvo_fetch *fetch);

nvo_str nvo_output_json(const nvo_output *output);

nvo_str nvo_output_kind(const nvo_output *output);

uint64_t nvo_output_id(const nvo_output *output);

uint8_t nvo_output_must_checkpoint(const nvo_output *output);

int64_t nvo_output_until(const nvo_output *output);

nvo_str nvo_output_reason(const nvo_output *output);

nvo_str nvo_output_request(const nvo_output *output);

nvo_str nvo_output_body(const nvo_output *output);

nvo_str nvo_output_order(const nvo_output *output);

nvo_str nvo_output_batch(const nvo_output *output);

void nvo_output_free(nvo_output *output);

nvo_status nvo_answer_reply(nvo_answer *answer,
                            uint16_t http_status,
                            const char *body,
                            size_t body_len,
                            nvo_error **err);

nvo_status nvo_answer_no_reply(nvo_answer *answer, const char *kind, size_t kind_len, nvo_error **err);

nvo_status nvo_order_export_run(nvo_order_export *export_,
                                const nvo_connection *connection,
                                const nvo_host *host,
                                nvo_text **out,
                                nvo_error **err);

nvo_status nvo_fetch_run(nvo_fetch *fetch,
                         const nvo_connection *connection,
                         const nvo_host *host,
                         nvo_text **out,
                         nvo_error **err);

nvo_status nvo_read_reply(const char *resource,
                          size_t resource_len,
                          uint16_t http_status,
                          const char *body,
                          size_t body_len,
                          nvo_text **out,
                          nvo_error **err);

nvo_status nvo_required_permissions(const nvo_settings *settings,
                                    const char *features,
                                    size_t features_len,
                                    nvo_text **out,
                                    nvo_error **err);

nvo_status nvo_match_customers(const char *shop,
                               size_t shop_len,
                               const char *netvisor,
                               size_t netvisor_len,
                               const char *options,
                               size_t options_len,
                               nvo_text **out,
                               nvo_error **err);

nvo_status nvo_match_products(const char *shop,
                              size_t shop_len,
                              const char *netvisor,
                              size_t netvisor_len,
                              const char *options,
                              size_t options_len,
                              nvo_text **out,
                              nvo_error **err);

nvo_str nvo_error_kind(const nvo_error *error);

nvo_str nvo_error_code(const nvo_error *error);

nvo_str nvo_error_path(const nvo_error *error);

nvo_str nvo_error_message(const nvo_error *error);

nvo_str nvo_error_json(const nvo_error *error);

void nvo_error_free(nvo_error *error);

nvo_str nvo_text_str(const nvo_text *text);

void nvo_text_free(nvo_text *text);
