; Facts of Swift. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_declaration (identifier) @import.module)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_declaration name: (simple_identifier) @function.name body: (_) @function.body) @function
(init_declaration name: "init" @function.name body: (_) @function.body) @function
(lambda_literal) @function @function.body
(class_declaration name: (type_identifier) @class.name (inheritance_specifier)? @class.bases body: (_) @class.body) @class
; An extension has what the type has that it extends.
(class_declaration name: (user_type) @class.bases body: (_) @class.body) @class
(protocol_declaration name: (type_identifier) @class.name body: (_) @class.body) @class
(control_transfer_statement result: (_) @return)
(function_body (statements . (_) @return .))
(lambda_literal (statements . (_) @return .))

; --- parameters ------------------------------------------------------------------------------------------------------
(parameter name: (simple_identifier) @parameter.name name: (_) @parameter.type)
(function_declaration (parameter name: (simple_identifier) @parameter.name name: (_) @parameter.type)
  . "=" . default_value: (_) @parameter.default)
(init_declaration (parameter name: (simple_identifier) @parameter.name name: (_) @parameter.type)
  . "=" . default_value: (_) @parameter.default)

; --- bindings --------------------------------------------------------------------------------------------------------
(property_declaration name: (pattern (simple_identifier) @assign.target) (type_annotation)? @assign.type value: (_) @assign.value)
(property_declaration name: (pattern (simple_identifier) @declare.target) (type_annotation) @declare.type !value !computed_value)
(property_declaration name: (pattern (simple_identifier) @assign.target)
  computed_value: (computed_property (statements . (_) @assign.value .)))
(property_declaration name: (pattern (simple_identifier) @assign.target)
  computed_value: (computed_property (computed_getter (statements . (_) @assign.value .))))
; guard let, if let, while let: the name, then what it is given
(_ bound_identifier: (simple_identifier) @assign.target . "=" . condition: [
  (call_expression) (navigation_expression) (simple_identifier) (try_expression) (await_expression) (as_expression)
  (nil_coalescing_expression) (ternary_expression)] @assign.value)
(_ bound_identifier: (simple_identifier) @assign.target . condition: (type_annotation) @assign.type
  . "=" . condition: (_) @assign.value)
(assignment target: (_) @assign.target operator: "=" result: (_) @assign.value)
(enum_entry name: (simple_identifier) @assign.target raw_value: (_) @assign.value)
(for_statement item: (pattern (simple_identifier) @element.target) collection: (_) @element.value)

(call_expression) @call

; === strings ===
(line_string_literal) @string
(multi_line_string_literal) @string
(raw_string_literal) @string
(ERROR) @error
