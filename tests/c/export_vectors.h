/* The golden cases of the export: a machine polled and answered step by step, stored and resumed. */
#ifndef NETVISOR_ORDERS_TEST_EXPORT_VECTORS_H
#define NETVISOR_ORDERS_TEST_EXPORT_VECTORS_H

#include "vector.h"

/* The operation "export": compares bodies and checkpoints; returns the outcome. */
cJSON *replay_export(struct vector *vector);

/* The operation "resume"; returns the outcome. */
cJSON *replay_resume(struct vector *vector);

#endif
