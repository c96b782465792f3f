/* SPDX-License-Identifier: MIT */
/* How the reviews of a register stood over time: numbers of documents by state on a row of days. */
#ifndef POLICYDOC_TREND_H
#define POLICYDOC_TREND_H

#include <policydoc/schedule.h>

PDOC_BEGIN

/** Numbers of documents by state of review, day by day, the earliest first. Counted, immutable. */
typedef struct pdoc_trend pdoc_trend;

/**
 * Counts the documents of a register by state of review on a row of days, each as it was known on that day.
 *
 * The last day is that of the basis. From there it goes back by the step; where the last day ends a month and the step
 * is in months, all days end a month.
 * @param every  The step: months, days, or both. @param from  No day before this one; not recorded: two years.
 * @return A reference; NULL on ARGUMENT (the step is none, or there would be one day only), JUDGE, LIMIT (more than 120
 *         days) or NOMEM.
 * @since 0.1
 */
PDOC_API PDOC_NODISCARD pdoc_trend *pdoc_trend_new(const pdoc_register *reg, const pdoc_basis *basis, pdoc_offset every,
                                                   pdoc_date from, pdoc_error **error);
/** Takes one more reference. @return `trend`. @since 0.1 */
PDOC_API pdoc_trend *pdoc_trend_ref(pdoc_trend *trend);
/** Releases a reference; NULL is allowed. @since 0.1 */
PDOC_API void pdoc_trend_unref(pdoc_trend *trend);
/** Title of the register, or NULL. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_trend_title(const pdoc_trend *trend);
/** Number of days. @since 0.1 */
PDOC_API size_t pdoc_trend_count(const pdoc_trend *trend);
/** A day; not recorded past the end. @since 0.1 */
PDOC_API pdoc_date pdoc_trend_day(const pdoc_trend *trend, size_t point);
/** The day whose knowledge counted for it. @since 0.1 */
PDOC_API pdoc_date pdoc_trend_known(const pdoc_trend *trend, size_t point);
/** Number of figures of each day: those of the states in a paper for a board. @since 0.1 */
PDOC_API size_t pdoc_trend_figure_count(const pdoc_trend *trend);
/** Code of a figure, such as "in-date", "all-overdue", "all"; NULL past the end. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_trend_figure_code(const pdoc_trend *trend, size_t figure);
/** The same for people. Borrowed. @since 0.1 */
PDOC_API const char *pdoc_trend_figure_label(const pdoc_trend *trend, size_t figure);
/** Number of documents; 0 past the end. @since 0.1 */
PDOC_API int64_t pdoc_trend_number(const pdoc_trend *trend, size_t point, size_t figure);

PDOC_END
#endif
