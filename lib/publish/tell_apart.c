/* SPDX-License-Identifier: MIT */
/* Documents that share a reference get their id beside it, in the trees that are printed for people. */
#include "base/map.h"
#include "publish/view.h"

struct references {
    struct pdoc__map once;
    struct pdoc__map again; /* those that occur more than once */
    bool failed;
};

static void note(struct references *references, const struct pdoc__node *list)
{
    static char here; /* any address */
    for (const struct pdoc__node *row = list ? list->first : NULL; row && !references->failed; row = row->next) {
        const char *reference = pdoc__member_text(row, "reference");
        bool is_new = false;
        if (!*reference)
            continue;
        references->failed = !pdoc__map_add(&references->once, reference, &here, &is_new, NULL) ||
                             (!is_new && !pdoc__map_add(&references->again, reference, &here, &is_new, NULL));
    }
}

static void mark(const struct references *references, struct pdoc__tree *tree, const struct pdoc__node *list)
{
    for (struct pdoc__node *row = list ? list->first : NULL; row; row = row->next) {
        struct pdoc__buffer words = {0};
        const char *reference = pdoc__member_text(row, "reference");
        if (!pdoc__map_find(&references->again, reference))
            continue;
        pdoc__buffer_format(&words, "%s (%s)", reference, pdoc__member_text(row, "id"));
        tree->failed = tree->failed || words.failed;
        if (!words.failed)
            pdoc__tree_code(tree, row, "reference-and-id", pdoc__tree_copy(tree, words.data, words.size));
        pdoc__buffer_free(&words);
    }
}

void pdoc__tell_apart(struct pdoc__tree *tree)
{
    struct references references = {.failed = false};
    const struct pdoc__node *documents = pdoc__node_member(tree->root, "documents");
    const struct pdoc__node *groups = pdoc__node_member(tree->root, "groups");
    note(&references, documents);
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next)
        note(&references, pdoc__node_member(group, "documents"));
    mark(&references, tree, documents);
    for (const struct pdoc__node *group = groups ? groups->first : NULL; group; group = group->next)
        mark(&references, tree, pdoc__node_member(group, "documents"));
    tree->failed = tree->failed || references.failed;
    pdoc__map_free(&references.once);
    pdoc__map_free(&references.again);
}
