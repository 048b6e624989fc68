; Facts that JavaScript and TypeScript share. What the captures mean is said at the top of engine.py.

; --- imports and exports ---------------------------------------------------------------------------------------------
(import_statement . source: (string) @import.module)
(import_statement (import_clause (identifier) @import.default) source: (string) @import.module)
(import_statement (import_clause (namespace_import (identifier) @import.alias)) source: (string) @import.module)
(import_statement
  (import_clause (named_imports (import_specifier name: (_) @import.name alias: (_)? @import.alias)))
  source: (string) @import.module)
(export_statement (export_clause (export_specifier name: (_) @reexport.name alias: (_)? @reexport.as))
  source: (string) @reexport.module)
(export_statement "*" @reexport.all source: (string) @reexport.module)
(export_statement (namespace_export (_) @reexport.as) source: (string) @reexport.module)
(call_expression function: [(import) (identifier)] @import.loader arguments: (arguments . (string) @import.module))

; === names ===
(export_statement value: (_) @export.value)
(export_statement (export_clause (export_specifier name: (_) @export.value alias: (_)? @export.as)) !source)

; --- scopes ----------------------------------------------------------------------------------------------------------
(function_declaration name: (identifier) @function.name body: (_) @function.body) @function
(generator_function_declaration name: (identifier) @function.name body: (_) @function.body) @function
(function_expression body: (_) @function.body) @function
(arrow_function body: (_) @function.body) @function
(arrow_function body: (_) @return)
(method_definition name: (_) @function.name body: (_) @function.body) @function
(class_declaration name: (_) @class.name (class_heritage)? @class.bases body: (_) @class.body) @class
(class (class_heritage)? @class.bases body: (_) @class.body) @class
(class_declaration decorator: (decorator (_) @decorator)) @decorator.of
(return_statement (_) @return)
(yield_expression (_) @return)

; --- bindings --------------------------------------------------------------------------------------------------------
(variable_declarator name: (_) @assign.target value: (_) @assign.value)
(assignment_expression left: (_) @assign.target right: (_) @assign.value)
(augmented_assignment_expression left: (_) @augment.target right: (_) @augment.value)
(for_in_statement left: (_) @element.target right: (_) @element.value)
(arrow_function parameter: (identifier) @parameter.name)


(call_expression function: (_) @call.callee) @call
(new_expression constructor: (_) @call.callee) @call

; === strings ===
(string) @string
(template_string) @string
(expression_statement [(string) (template_string)] @quiet)
(import_statement source: (string) @quiet)
(export_statement source: (string) @quiet)
(ERROR) @error
