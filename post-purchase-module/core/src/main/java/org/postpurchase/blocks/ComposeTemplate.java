package org.postpurchase.blocks;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;

/** Writes a composition as the template that is rendered. The same always gives the same. */
public final class ComposeTemplate {
  private final BlockKinds kinds;
  private final String frame = resource("mail.html");
  private final String textFrame = resource("mail.txt");

  public ComposeTemplate(BlockKinds kinds) {
    this.kinds = kinds;
  }

  /** What a composition becomes: the texts and both layouts of a template. */
  public static final class Written {
    public final MessageTemplate.Texts texts;
    public final String htmlLayout;
    public final String textLayout;

    Written(MessageTemplate.Texts texts, String htmlLayout, String textLayout) {
      this.texts = texts;
      this.htmlLayout = htmlLayout;
      this.textLayout = textLayout;
    }

    /** The same as a template that is not saved anywhere. */
    public MessageTemplate as(String key, String localeCode, int version) {
      return new MessageTemplate(
          key, localeCode, version, true, null, texts, htmlLayout, textLayout);
    }
  }

  /**
   * @param mail one in which {@link CheckComposition} finds no problem
   */
  public Written write(Composition mail, String localeCode) {
    Map<String, String> words = words(LocaleCode.parse(localeCode));
    MailWriter writer = new MailWriter(words);
    String heading = mail.subject;
    for (Block block : mail.blocks) {
      BlockKind kind =
          kinds
              .find(block.kind)
              .orElseThrow(
                  () -> new PostPurchaseException("There is no block '" + block.kind + "'."));
      if (heading.equals(mail.subject) && "HEADING".equals(block.kind)) {
        heading = block.value("text");
      }
      kind.write(block, writer);
      writer.text("");
    }
    String why = mail.reason.isEmpty() ? words.get("why") : mail.reason;
    return new Written(
        new MessageTemplate.Texts(
            RichText.plain().line(mail.subject),
            RichText.plain().line(mail.preheader),
            RichText.plain().line(heading),
            "",
            ""),
        filled(frame, words, RichText.html().line(why), writer.html()),
        filled(textFrame, words, RichText.plain().line(why), writer.text()));
  }

  private static String filled(String frame, Map<String, String> words, String why, String blocks) {
    String filled = frame;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("[[" + word.getKey() + "]]", word.getValue());
    }
    return filled.replace("[[reason]]", why).replace("[[blocks]]", blocks);
  }

  /** Words of the frame and the blocks; English for languages that there are none of. */
  private static Map<String, String> words(Locale locale) {
    Properties words = new Properties();
    String name = "de".equals(locale.getLanguage()) ? "words_de.properties" : "words.properties";
    try (Reader reader = open(name)) {
      words.load(reader);
    } catch (IOException e) {
      throw new PostPurchaseException("The words of blocks cannot be read.", e);
    }
    Map<String, String> map = new HashMap<>();
    words.stringPropertyNames().forEach(key -> map.put(key, words.getProperty(key)));
    return map;
  }

  private static String resource(String name) {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[4096];
    try (Reader reader = open(name)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new PostPurchaseException("The frame of composed mails cannot be read.", e);
    }
    return text.toString();
  }

  private static Reader open(String name) throws IOException {
    InputStream stream = ComposeTemplate.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException(name + " is not in the jar");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
