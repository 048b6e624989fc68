; Facts of C#. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(using_directive !name [(identifier) (qualified_name) (alias_qualified_name)] @import.module)
(using_directive name: (identifier) @import.alias [(identifier) (qualified_name) (alias_qualified_name)] @import.module .)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(method_declaration returns: (_) @function.type name: (identifier) @function.name body: (_) @function.body) @function
; A method of an interface has no body; its parameters stand in for one.
(method_declaration returns: (_) @function.type name: (identifier) @function.name
  parameters: (_) @function.body !body) @function
(local_function_statement type: (_) @function.type name: (identifier) @function.name body: (_) @function.body) @function
(constructor_declaration name: (identifier) @function.name body: (_) @function.body) @function
(lambda_expression body: (_) @function.body) @function
(anonymous_method_expression (block) @function.body) @function
; A primary constructor: its parameters are members of the class.
(class_declaration (parameter_list) @function @function.body)
(record_declaration (parameter_list) @function @function.body)
(struct_declaration (parameter_list) @function @function.body)
(class_declaration name: (identifier) @class.name (base_list)? @class.bases body: (_) @class.body) @class
(class_declaration name: (identifier) @class.name (base_list) @class.bases) @class @class.body
(record_declaration name: (identifier) @class.name) @class @class.body
(record_declaration name: (identifier) @class.name (base_list) @class.bases) @class @class.body
(struct_declaration name: (identifier) @class.name) @class @class.body
(interface_declaration name: (identifier) @class.name (base_list)? @class.bases body: (_) @class.body) @class
(enum_declaration name: (identifier) @class.name body: (_) @class.body) @class
(_ (attribute_list (attribute) @decorator)) @decorator.of
(return_statement (_) @return)
(yield_statement (_) @return)
(lambda_expression body: (_) @return)
(method_declaration body: (arrow_expression_clause (_) @return))
(local_function_statement body: (arrow_expression_clause (_) @return))

; --- parameters ------------------------------------------------------------------------------------------------------
(parameter type: (_)? @parameter.type name: (identifier) @parameter.name)
(parameter type: (_)? @parameter.type name: (identifier) @parameter.name . (_) @parameter.default)
(parameter_list "params" name: (identifier) @parameter.rest)
(lambda_expression parameters: (implicit_parameter) @parameter.name)
(class_declaration (parameter_list (parameter type: (_) @field.type name: (identifier) @field.name)))
(record_declaration (parameter_list (parameter type: (_) @field.type name: (identifier) @field.name)))
(struct_declaration (parameter_list (parameter type: (_) @field.type name: (identifier) @field.name)))

; --- bindings --------------------------------------------------------------------------------------------------------
(variable_declaration type: (_) @assign.type
  (variable_declarator . name: (_) @assign.target (_) @assign.value .))
(variable_declaration (variable_declarator . (tuple_pattern) @assign.target (_) @assign.value .))
(variable_declaration type: (_) @declare.type (variable_declarator . name: (identifier) @declare.target .))
(property_declaration type: (_) @declare.type name: (identifier) @declare.target !value)
(property_declaration type: (_) @assign.type name: (identifier) @assign.target value: (_) @assign.value)
(property_declaration type: (_) @assign.type name: (identifier) @assign.target
  accessors: (accessor_list (accessor_declaration name: "get" body: (arrow_expression_clause (_) @assign.value))))
(property_declaration type: (_) @assign.type name: (identifier) @assign.target
  accessors: (accessor_list (accessor_declaration name: "get" body: (block (return_statement (_) @assign.value)))))
(enum_member_declaration name: (identifier) @assign.target value: (_) @assign.value)
; Not within an initialiser in braces, where members of another object are set.
(expression_statement (assignment_expression
  left: (_) @assign.target operator: ["=" "??="] right: (_) @assign.value))
(lambda_expression body: (assignment_expression left: (_) @assign.target operator: "=" right: (_) @assign.value))
(arrow_expression_clause (assignment_expression left: (_) @assign.target operator: "=" right: (_) @assign.value))
(expression_statement (assignment_expression
  left: (_) @augment.target operator: "+=" right: (_) @augment.value))
(foreach_statement left: (_) @element.target right: (_) @element.value)
(declaration_pattern type: (_) @declare.type name: (identifier) @declare.target)
(declaration_expression type: (_) @declare.type name: (identifier) @declare.target)
; What a call gives in an argument: table.TryGetValue("key", out var found).
(invocation_expression arguments: (argument_list
  (argument (declaration_expression name: (identifier) @assign.target)))) @assign.value

(invocation_expression) @call
(object_creation_expression) @call
(implicit_object_creation_expression) @call

; === strings ===
(string_literal) @string
(verbatim_string_literal) @string
(raw_string_literal) @string
(interpolated_string_expression) @string
(ERROR) @error
