package org.postpurchase.broadleaf.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.messaging.TemplateVersions;

/** The mails that come with the plugin, as rows and as texts. */
final class ShippedTemplates {
  static final List<String> LOCALES = Collections.unmodifiableList(Arrays.asList("en", "de"));
  private static final String SAVED_BY = "preset";

  /** What advertises in a layout that mails about a person's own business share with others. */
  private static final Pattern RECOMMENDED =
      Pattern.compile("#if\\(\\$recommendations .*?#end\n", Pattern.DOTALL);

  private ShippedTemplates() {}

  /** Adds the row where there is none of that key and language; never touches one that is there. */
  static Void install(EntityManager em, TemplateVersions versions, String key, String locale) {
    boolean known =
        !em.createQuery(
                "select t.id from org.postpurchase.broadleaf.entity.MessageTemplate t"
                    + " where t.templateKey = :key and t.localeCode = :locale")
            .setParameter("key", key)
            .setParameter("locale", locale)
            .getResultList()
            .isEmpty();
    if (!known) {
      Properties texts = ShippedText.properties(key + "_" + locale + ".properties");
      MessageTemplate row = new MessageTemplateImpl();
      row.setTemplateKey(key);
      row.setLocaleCode(locale);
      row.setActive(true);
      row.setVersion(1);
      row.setSubject(texts.getProperty("subject"));
      row.setPreheader(texts.getProperty("preheader"));
      row.setHeading(texts.getProperty("heading"));
      row.setIntro(texts.getProperty("intro"));
      row.setClosing(texts.getProperty("closing"));
      row.setHtmlLayout(layout(key, texts, ".html.vm"));
      row.setTextLayout(layout(key, texts, ".txt.vm"));
      em.persist(row);
      em.flush();
      versions.keep(EntityTemplateReader.definition(row), SAVED_BY);
    }
    return null;
  }

  private static String layout(String key, Properties texts, String kind) {
    String layout = ShippedText.labelled(texts.getProperty("layout", key) + kind, texts);
    return "none".equals(texts.getProperty("recommendations"))
        ? RECOMMENDED.matcher(layout).replaceFirst("")
        : layout;
  }

  static boolean isThere(String key, String locale) {
    return key.matches("[a-z0-9-]+")
        && LOCALES.contains(locale)
        && ShippedTemplates.class.getResource(
                "/postpurchase/presets/" + key + "_" + locale + ".properties")
            != null;
  }

  /** As a shop gets it, whatever it has made of it since. */
  static org.postpurchase.messaging.MessageTemplate template(String key, String locale) {
    Properties texts = ShippedText.properties(key + "_" + locale + ".properties");
    return new org.postpurchase.messaging.MessageTemplate(
        "shipped " + key,
        locale,
        1,
        true,
        null,
        new org.postpurchase.messaging.MessageTemplate.Texts(
            texts.getProperty("subject"),
            texts.getProperty("preheader"),
            texts.getProperty("heading"),
            texts.getProperty("intro"),
            texts.getProperty("closing")),
        layout(key, texts, ".html.vm"),
        layout(key, texts, ".txt.vm"));
  }
}
