/* SPDX-License-Identifier: MIT */
/* The wrapper for Python: how the lines of the core become properties and methods. */
%module(package="policydoc", interface="_native") _core
%{
#include <datetime.h>
#include <policydoc/policydoc.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
%}
%begin %{
#define SWIG_PYTHON_SILENT_MEMLEAK
%}
%pythonbegin %{
from policydoc._items import listed as _listed
from policydoc._publishing import publish as _publish
%}

/* BODY(C): what every class has. A misspelt attribute is an error. */
%define BODY(C)
%extend C {
    %pythoncode {
    __slots__ = ("this", "__weakref__")
    }
}
%enddef
%rename("_%s", %$ismember, %$isfunction) "";

/* PUBLISHED(C): what publish_as of the core becomes. */
%define PUBLISHED(C)
%extend C {
    %pythoncode {
    publish = _publish
    }
}
%enddef

/* DOC(C, name, function): the words of the header, which the build writes into headers.i. */
%include "headers.i"
%define DOC(C, NAME, FUNCTION)
%feature("docstring", DOC_##FUNCTION) C::NAME;
%enddef
%include "handles.i"
%include "core/shapes.i"
%include "values.i"
%include "rows.i"
%include "policydoc.i"

%pythoncode %{
from policydoc._classes import finish as _finish
_finish(globals())
%}
