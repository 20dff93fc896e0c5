package org.postpurchase.messaging.velocity;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.VelocityException;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.ShownText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Velocity behind a sandbox: strict about what is missing, closed to what is not data, escaping in
 * HTML by default.
 *
 * <p>A mail that would be too large for mail programs is rendered again with shorter lists, and at
 * last with shorter texts: the length of an order never keeps its mail from leaving.
 */
final class VelocityRenderer implements Renderer {
  private static final Logger LOG = LoggerFactory.getLogger(VelocityRenderer.class);
  private static final Pattern LINE_BREAKS_AND_SPACES =
      Pattern.compile("[\\s\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");
  private static final int HEADER_CHARACTERS_MAX = 250;
  private static final int TEXT_BYTES_MAX = MailRules.HTML_BYTES_MAX;
  private static final int[] ROWS = {50, 25, 12, 6, 3, 1};
  private static final int CHARACTERS_OF_A_SHORT_TEXT = 60;

  private final TemplateCache cache;

  VelocityRenderer(TemplateCache cache) {
    this.cache = cache;
  }

  @Override
  public RenderedMessage render(
      MessageTemplate template, Map<String, Object> model, ContentKind kind) {
    if (kind == ContentKind.TEXT) {
      return textAlone(template, model);
    }
    RenderedMessage plain = MailContactBlock.added(fitting(template, model), template, model);
    RenderedMessage mail = MailBrand.dressed(plain, model);
    boolean rightToLeft = "rtl".equals(model.get("direction"));
    return new RenderedMessage(
        mail.subject, MailHtml.finished(mail.html, rightToLeft), mail.text, mail.templateVersion);
  }

  @Override
  public RenderedMessage judge(MessageTemplate template, Map<String, Object> model) {
    String layout = new Naming(template).of("HTML layout");
    MailRules.checkSource(layout, template.htmlLayout);
    RenderedMessage mail = fitting(template, model);
    MailRules.check(layout, mail.html);
    return mail;
  }

  /** Too much work is tried once more with as little as there can be, not with every length. */
  private RenderedMessage fitting(MessageTemplate template, Map<String, Object> model) {
    try {
      for (int rows : ROWS) {
        RenderedMessage mail = whole(template, ShortenedModel.of(model, rows, Integer.MAX_VALUE));
        if (fits(mail)) {
          return mail;
        }
      }
    } catch (TooMuchWorkException perhapsLessForFewer) {
      LOG.debug("rendered again with less", perhapsLessForFewer);
    }
    return whole(template, ShortenedModel.of(model, 1, CHARACTERS_OF_A_SHORT_TEXT));
  }

  private static boolean fits(RenderedMessage mail) {
    return MailRules.bytes(mail.html) < MailRules.HTML_BYTES_MAX
        && MailRules.bytes(mail.text) < TEXT_BYTES_MAX;
  }

  private RenderedMessage whole(MessageTemplate template, Map<String, Object> model) {
    Naming name = new Naming(template);
    try (WorkBudget budget = WorkBudget.open(name.of("texts"))) {
      return whole(template, name, model, budget);
    }
  }

  /** Without subject and HTML, which the channel does not carry. */
  private RenderedMessage textAlone(MessageTemplate template, Map<String, Object> model) {
    Naming name = new Naming(template);
    try (WorkBudget budget = WorkBudget.open(name.of("texts"))) {
      Map<String, Object> texts = new HashMap<>();
      texts.put("heading", header(plain(name, "heading", template.texts.heading, model, budget)));
      texts.put("intro", plain(name, "introduction", template.texts.intro, model, budget).trim());
      texts.put("closing", plain(name, "closing", template.texts.closing, model, budget).trim());
      Map<String, Object> all = new HashMap<>(model);
      all.put("texts", texts);
      all.put("blocks", blocks(template.textLayout, all, false, budget));
      String text = plain(name, "text layout", template.textLayout, all, budget);
      return new RenderedMessage("", "", text.trim(), template.version);
    }
  }

  private String plain(
      Naming name, String part, String text, Map<String, Object> model, WorkBudget budget) {
    return merge(name.of(part), text, model, false, budget);
  }

  private RenderedMessage whole(
      MessageTemplate template, Naming name, Map<String, Object> model, WorkBudget budget) {
    String intro = merge(name.of("introduction"), template.texts.intro, model, false, budget);
    String closing = merge(name.of("closing"), template.texts.closing, model, false, budget);
    Map<String, Object> texts = new HashMap<>();
    texts.put(
        "subject", header(merge(name.of("subject"), template.texts.subject, model, false, budget)));
    texts.put(
        "preheader",
        header(merge(name.of("preheader"), template.texts.preheader, model, false, budget)));
    texts.put(
        "heading", header(merge(name.of("heading"), template.texts.heading, model, false, budget)));
    texts.put("intro", intro.trim());
    texts.put("introHtml", SafeHtml.paragraphs(intro));
    texts.put("closing", closing.trim());
    texts.put("closingHtml", SafeHtml.paragraphs(closing));

    Map<String, Object> all = new HashMap<>(model);
    all.put("texts", texts);
    all.put("blocks", blocks(template.htmlLayout, all, true, budget));
    String html = merge(name.of("HTML layout"), template.htmlLayout, all, true, budget);
    all.put("blocks", blocks(template.textLayout, all, false, budget));
    String text = merge(name.of("text layout"), template.textLayout, all, false, budget);
    return new RenderedMessage((String) texts.get("subject"), html, text, template.version);
  }

  /** The ready parts that the layout places, by name; all others are empty. */
  private Map<String, Object> blocks(
      String layout, Map<String, Object> model, boolean html, WorkBudget budget) {
    Map<String, Object> blocks = new HashMap<>();
    for (MailBlock block : MailBlock.values()) {
      boolean shown = block.isPlacedIn(layout) && model.get(block.part) instanceof Map;
      String text =
          shown ? merge(block.key(html), block.template(html), model, html, budget).trim() : "";
      blocks.put(block.key, html ? SafeHtml.ofBlock(text) : text);
    }
    return blocks;
  }

  @Override
  public String renderText(String cacheKey, String text, Map<String, Object> model) {
    try (WorkBudget budget = WorkBudget.open(cacheKey)) {
      return merge(cacheKey, text, model, false, budget);
    }
  }

  private String merge(
      String name, String text, Map<String, Object> model, boolean escape, WorkBudget budget) {
    Template parsed = cache.get(name, text);
    StringWriter out = new BoundedWriter(name);
    try {
      parsed.merge(new BoundedContext(name, new HashMap<>(model), escape, budget), out);
    } catch (TemplateRefusedException e) {
      throw e;
    } catch (MethodInvocationException e) {
      throw refused(name, text, e);
    } catch (VelocityException e) {
      throw new TemplateRefusedException(name, oneLine(String.valueOf(e.getMessage())), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new TemplateRefusedException(name, "it cannot be evaluated: " + Reasons.of(e), e);
    }
    return out.toString();
  }

  /** The engine wraps what a called method throws. */
  private static TemplateRefusedException refused(
      String name, String text, MethodInvocationException e) {
    return e.getCause() instanceof TooMuchWorkException
        ? (TooMuchWorkException) e.getCause()
        : new TemplateRefusedException(name, Explanation.of(text, e), e);
  }

  private static String header(String text) {
    return ShownText.cut(oneLine(text), HEADER_CHARACTERS_MAX);
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
        throw new TooMuchWorkException(
            name, "the result is longer than " + CHARS_MAX + " characters");
      }
    }
  }
}
