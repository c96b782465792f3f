/* SPDX-License-Identifier: MIT */
/* A list of profiles, one a row. */
#include "governance/profile.h"
#include "publish/view.h"

static const char *const csv_columns[] = {"id", "title", "extends", "types", "rules", "hash"};

static const struct pdoc__page_column page_columns[] = {
    {"id", NULL, "Id", false, 0, NULL, NULL, false},         {"title", NULL, "Title", false, 3, NULL, NULL, false},
    {"extends", NULL, "Extends", false, 1, NULL, NULL, false}, {"types", NULL, "Types", true, 0, NULL, NULL, false},
    {"rules", NULL, "Rules", true, 0, NULL, NULL, false},
};

static void write_text(struct pdoc__page *page, const struct pdoc__node *root)
{
    pdoc__page_table(page, page_columns, sizeof page_columns / sizeof *page_columns,
                     pdoc__node_member(root, "profiles"), 0);
}

/* Rules are what is judged or what gives a date. */
static int64_t count_rules(const pdoc_profile *profile)
{
    return (int64_t)(pdoc_profile_row_count(profile, PDOC_PROFILE_REQUIREMENTS) +
                     pdoc_profile_row_count(profile, PDOC_PROFILE_SCHEDULE));
}

static void put_profile(struct pdoc__tree *tree, struct pdoc__node *list, const pdoc_profile *profile)
{
    struct pdoc__node *item = pdoc__tree_item(tree, list);
    pdoc__tree_code(tree, item, "id", pdoc_profile_id(profile));
    pdoc__tree_prose(tree, item, "title", pdoc_profile_title(profile));
    pdoc__tree_code(tree, item, "extends", pdoc_profile_extends(profile));
    pdoc__tree_number(tree, item, "types", (int64_t)pdoc_profile_row_count(profile, PDOC_PROFILE_TYPES));
    pdoc__tree_number(tree, item, "rules", count_rules(profile));
    pdoc__tree_code(tree, item, "hash", pdoc_profile_hash(profile));
}

pdoc_text *pdoc_profile_set_publish(const pdoc_profile_set *set, const pdoc_publish_options *options,
                                    pdoc_error **error)
{
    static const struct pdoc__view view = {
        .what = "a list of profiles",
        .text = write_text,
        .list = "profiles",
        .columns = csv_columns,
        .column_count = sizeof csv_columns / sizeof *csv_columns,
    };
    pdoc_publish_options chosen;
    if (!set) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "there are no profiles to publish");
        return NULL;
    }
    if (!pdoc__publish_options(options, &view, &chosen, error))
        return NULL;
    struct pdoc__tree tree;
    pdoc__tree_begin(&tree, "report");
    pdoc__tree_code(&tree, tree.root, "kind", "profiles");
    struct pdoc__node *list = pdoc__tree_list(&tree, tree.root, "profiles", "profile");
    for (size_t i = 0; i < pdoc_profile_set_count(set); i++)
        put_profile(&tree, list, pdoc_profile_set_at(set, i));
    return pdoc__publish(&tree, &view, &chosen, error);
}
