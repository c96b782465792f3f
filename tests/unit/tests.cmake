# Unit tests, one program a topic.
# SPDX-License-Identifier: MIT
pdoc_unit_test(test_publish_forms)
pdoc_unit_test(test_publish_text)
pdoc_unit_test(test_profile_reader)
pdoc_unit_test(test_profile_errors)
pdoc_unit_test(test_profile_extends)
pdoc_unit_test(test_lint)
pdoc_unit_test(test_expression)
pdoc_unit_test(test_selection)
pdoc_unit_test(test_profile_cases)
