import 'package:flutter_ai_toolkit/flutter_ai_toolkit.dart';
