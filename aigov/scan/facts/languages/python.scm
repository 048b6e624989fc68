; Facts of Python. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_statement name: (dotted_name) @import.module)
(import_statement name: (aliased_import name: (dotted_name) @import.module alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import.module name: (dotted_name) @import.name)
(import_from_statement module_name: (_) @import.module
  name: (aliased_import name: (dotted_name) @import.name alias: (identifier) @import.alias))
(import_from_statement module_name: (_) @import.module (wildcard_import) @import.all)
(call function: [(identifier) (attribute)] @import.loader arguments: (argument_list . (string) @import.module))

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_definition name: (identifier) @function.name body: (_) @function.body) @function
(lambda body: (_) @function.body) @function
(class_definition name: (identifier) @class.name superclasses: (argument_list)? @class.bases body: (_) @class.body) @class
(decorated_definition (decorator (_) @decorator) definition: (_) @decorator.of)
(return_statement (_) @return)
(yield (_) @return)
(lambda body: (_) @return)

; --- parameters ------------------------------------------------------------------------------------------------------
(parameters (identifier) @parameter.name)
(lambda_parameters (identifier) @parameter.name)
(typed_parameter . (identifier) @parameter.name type: (type) @parameter.type)
(default_parameter name: (identifier) @parameter.name value: (_) @parameter.default)
(typed_default_parameter name: (identifier) @parameter.name type: (type) @parameter.type value: (_) @parameter.default)
(parameters [(list_splat_pattern (identifier) @parameter.rest)
             (typed_parameter (list_splat_pattern (identifier) @parameter.rest))])
(parameters [(dictionary_splat_pattern (identifier) @parameter.keywords)
             (typed_parameter (dictionary_splat_pattern (identifier) @parameter.keywords))])

; --- bindings --------------------------------------------------------------------------------------------------------
(assignment left: (_) @assign.target type: (type)? @assign.type right: (_) @assign.value)
(assignment left: (_) @declare.target type: (type) @declare.type !right)
(named_expression name: (identifier) @assign.target value: (_) @assign.value)
(augmented_assignment left: (_) @augment.target right: (_) @augment.value)
(for_statement left: (_) @element.target right: (_) @element.value)
(for_in_clause left: (_) @element.target right: (_) @element.value)
(with_item value: (as_pattern (_) @enter.value alias: (as_pattern_target (_) @enter.target)))


(call function: (_) @call.callee) @call

; === strings ===
(string) @string
(expression_statement [(string) (concatenated_string (string) @quiet)] @quiet)
(ERROR) @error
