package org.postpurchase.messaging.velocity;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.VelocityException;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.shared.Reasons;

/**
 * Velocity behind a sandbox: strict about what is missing, closed to what is not data, escaping in
 * HTML by default.
 */
final class VelocityRenderer implements Renderer {
  private static final Pattern LINE_BREAKS_AND_SPACES =
      Pattern.compile("[\\s\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

  private final TemplateCache cache;

  VelocityRenderer(TemplateCache cache) {
    this.cache = cache;
  }

  @Override
  public RenderedMessage render(MessageTemplate template, Map<String, Object> model) {
    Naming name = new Naming(template);
    String intro = merge(name.of("introduction"), template.texts.intro, model, false);
    String closing = merge(name.of("closing"), template.texts.closing, model, false);
    Map<String, Object> texts = new HashMap<>();
    texts.put("subject", oneLine(merge(name.of("subject"), template.texts.subject, model, false)));
    texts.put(
        "preheader", oneLine(merge(name.of("preheader"), template.texts.preheader, model, false)));
    texts.put("heading", oneLine(merge(name.of("heading"), template.texts.heading, model, false)));
    texts.put("intro", intro.trim());
    texts.put("introHtml", SafeHtml.paragraphs(intro));
    texts.put("closing", closing.trim());
    texts.put("closingHtml", SafeHtml.paragraphs(closing));

    Map<String, Object> whole = new HashMap<>(model);
    whole.put("texts", texts);
    String html = merge(name.of("HTML layout"), template.htmlLayout, whole, true);
    MailRules.check(name.of("HTML layout"), html);
    String text = merge(name.of("text layout"), template.textLayout, whole, false);
    return new RenderedMessage((String) texts.get("subject"), html, text, template.version);
  }

  @Override
  public String renderText(String cacheKey, String text, Map<String, Object> model) {
    return merge(cacheKey, text, model, false);
  }

  private String merge(String name, String text, Map<String, Object> model, boolean escape) {
    Template parsed = cache.get(name, text);
    StringWriter out = new BoundedWriter(name);
    try {
      parsed.merge(new BoundedContext(name, new HashMap<>(model), escape), out);
    } catch (TemplateRefusedException e) {
      throw e;
    } catch (MethodInvocationException e) {
      throw new TemplateRefusedException(name, Explanation.of(text, e), e);
    } catch (VelocityException e) {
      throw new TemplateRefusedException(name, oneLine(String.valueOf(e.getMessage())), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new TemplateRefusedException(name, "it cannot be evaluated: " + Reasons.of(e), e);
    }
    return out.toString();
  }

  private static String oneLine(String text) {
    return LINE_BREAKS_AND_SPACES.matcher(text).replaceAll(" ").trim();
  }

  /** Cache keys that change with the version, and read well in error messages. */
  private static final class Naming {
    private final String prefix;

    Naming(MessageTemplate template) {
      prefix = template.key + " " + template.localeCode + " v" + template.version + " ";
    }

    String of(String part) {
      return prefix + part;
    }
  }

  /** Stops a runaway template before it eats the heap. */
  private static final class BoundedWriter extends StringWriter {
    private static final int CHARS_MAX = 1_000_000;
    private final String name;

    BoundedWriter(String name) {
      this.name = name;
    }

    @Override
    public void write(String text) {
      super.write(text);
      check();
    }

    @Override
    public void write(char[] text, int from, int length) {
      super.write(text, from, length);
      check();
    }

    private void check() {
      if (getBuffer().length() > CHARS_MAX) {
        throw new TemplateRefusedException(
            name, "the result is longer than " + CHARS_MAX + " characters", null);
      }
    }
  }
}
