package org.postpurchase.messaging.velocity;

import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.ASTMathNode;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.shared.Reasons;
import org.slf4j.helpers.NOPLogger;

/**
 * Parses each template text once per version and keeps the most recently used ones. A text that
 * changed under the same name is parsed anew. Safe for concurrent use.
 */
final class TemplateCache {
  private static final int SIZE = 500;
  private static final int OPERATORS_MAX = 20;
  private static final Pattern FORBIDDEN =
      Pattern.compile("#\\{?(include|parse|evaluate|macro|define|stop)\\b");

  private final RuntimeInstance engine = engine();
  private final Map<String, Parsed> parsed =
      Collections.synchronizedMap(
          new LinkedHashMap<String, Parsed>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Parsed> eldest) {
              return size() > SIZE;
            }
          });

  Template get(String name, String text) {
    Parsed known = parsed.get(name);
    if (known != null && known.text.equals(text)) {
      return known.template;
    }
    Template template = parse(name, text);
    parsed.put(name, new Parsed(text, template));
    return template;
  }

  /** Parses without keeping the result. */
  Template parse(String name, String text) {
    Matcher forbidden = FORBIDDEN.matcher(text);
    if (forbidden.find()) {
      throw new TemplateRefusedException(
          name, "the directive #" + forbidden.group(1) + " is not allowed in templates", null);
    }
    try {
      Template template = new Template();
      template.setRuntimeServices(engine);
      template.setName(name);
      SimpleNode tree = engine.parse(new StringReader(text), template);
      refuseLongSums(name, tree, 0);
      template.setData(tree);
      template.initDocument();
      return template;
    } catch (ParseException | ParseErrorException e) {
      throw new TemplateRefusedException(name, "it is not valid Velocity: " + firstLine(e), e);
    } catch (TemplateRefusedException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new TemplateRefusedException(name, "it cannot be read: " + Reasons.of(e), e);
    }
  }

  /** One expression is evaluated without a stop in between, so it must be short. */
  private static void refuseLongSums(String name, Node node, int operators) {
    int sofar = node instanceof ASTMathNode ? operators + 1 : operators;
    if (sofar > OPERATORS_MAX) {
      throw new TemplateRefusedException(
          name,
          "the expression on line "
              + ((SimpleNode) node).getFirstToken().beginLine
              + " has more than "
              + OPERATORS_MAX
              + " of + - * /; split it into several #set",
          null);
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      refuseLongSums(name, node.jjtGetChild(i), sofar);
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage()).replace("\"\\u001c\"", "the end of the text");
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static final class Parsed {
    final String text;
    final Template template;

    Parsed(String text, Template template) {
      this.text = text;
      this.template = template;
    }
  }

  private static RuntimeInstance engine() {
    Properties p = new Properties();
    p.setProperty("runtime.strict_mode.enable", "true");
    p.setProperty("introspector.uberspect.class", SandboxUberspect.class.getName());
    p.setProperty("resource.loaders", "none");
    p.setProperty("resource.loader.none.class", NoResources.class.getName());
    p.setProperty("directive.foreach.max_loops", "1000");
    p.setProperty("velocimacro.library.path", "");
    p.setProperty("velocimacro.inline.allow", "false");
    RuntimeInstance engine = new RuntimeInstance();
    // every problem is thrown at the one who can solve it; the engine would also log it as an error
    engine.setProperty("runtime.log.instance", NOPLogger.NOP_LOGGER);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(TemplateCache.class.getClassLoader());
    try {
      engine.init(p);
    } finally {
      thread.setContextClassLoader(before);
    }
    for (String directive :
        new String[] {"include", "parse", "evaluate", "macro", "define", "stop"}) {
      engine.removeDirective(directive);
    }
    return engine;
  }
}
