; Facts of Dart. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_specification (configurable_uri (uri (string_literal) @import.module)) (identifier)? @import.alias)
(library_export (configurable_uri (uri (string_literal) @reexport.module))) @reexport.all

; === names ===
; --- scopes: a signature and its body stand side by side ---------------------------------------------------------------
(program (function_signature name: (identifier) @function.name) . (function_body) @function @function.body)
(class_body (method_signature (function_signature name: (identifier) @function.name)) . (function_body) @function @function.body)
(function_expression body: (_) @function.body) @function
(class_definition name: (identifier) @class.name superclass: (superclass)? @class.bases body: (_) @class.body) @class
(mixin_declaration (identifier) @class.name (class_body) @class.body) @class
(enum_declaration name: (identifier) @class.name body: (_) @class.body) @class
(return_statement (_) @return)
(function_body "=>" . (_) @return)
(function_expression_body "=>" . (_) @return)

; --- parameters: of a signature, whose body stands beside it -----------------------------------------------------------
(formal_parameter name: (identifier) @parameter.name)
(formal_parameter (type_identifier) @parameter.type name: (identifier) @parameter.name)
(optional_formal_parameters (formal_parameter name: (identifier) @parameter.name) . "=" . (_) @parameter.default)
(optional_formal_parameters (formal_parameter (type_identifier) @parameter.type name: (identifier) @parameter.name)
  . "=" . (_) @parameter.default)

; --- bindings --------------------------------------------------------------------------------------------------------
(static_final_declaration . (identifier) @assign.target "=" . (_) @assign.value)
(initialized_identifier . (identifier) @assign.target "=" . (_) @assign.value)
(declaration (type_identifier) @declare.type (initialized_identifier_list (initialized_identifier (identifier) @declare.target .)))
(initialized_variable_definition name: (identifier) @assign.target "=" . (_) @assign.value)
(assignment_expression left: (_) @assign.target operator: "=" . (_) @assign.value)
(assignment_expression left: (_) @assign.target operator: "??=" . (_) @assign.value)
(optional_formal_parameters (formal_parameter (constructor_param (identifier) @assign.target)) . "=" . (_) @assign.value)
(field_initializer (identifier) @assign.target "=" . (_) @assign.value)
(class_body (method_signature (getter_signature name: (identifier) @assign.target)) . (function_body "=>" . (_) @assign.value))

(selector (argument_part)) @call
(const_object_expression) @call
(new_expression) @call

; === strings ===
(string_literal) @string
(uri (string_literal) @quiet)
(ERROR) @error
