package org.postpurchase.broadleaf.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.ConfirmationPromptImpl;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.shared.PostPurchaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the shipped texts into the settings tables at start-up, switched off, where a locale has
 * none yet.
 *
 * <p>Never touches a row that exists. Two nodes starting at once end with one row: the loser's
 * insert is refused by the unique key and ignored. A failure here is logged and does not keep the
 * shop from starting.
 */
public final class InstallPresets {
  private static final Logger LOG = LoggerFactory.getLogger(InstallPresets.class);
  private static final String[] LOCALES = {"en", "de"};
  private static final String TEMPLATE = "thank-you";

  private final SettingsQuery query;

  public InstallPresets(SettingsQuery query) {
    this.query = query;
  }

  public void run() {
    for (String locale : LOCALES) {
      guarded(locale, () -> query.read(em -> template(em, locale)));
      guarded(locale, () -> query.read(em -> prompt(em, locale)));
    }
  }

  private static Void template(EntityManager em, String locale) {
    List<?> known =
        em.createQuery(
                "select t.id from org.postpurchase.broadleaf.entity.MessageTemplate t"
                    + " where t.templateKey = :key and t.localeCode = :locale")
            .setParameter("key", TEMPLATE)
            .setParameter("locale", locale)
            .getResultList();
    if (known.isEmpty()) {
      Properties texts = properties("thank-you_" + locale + ".properties");
      MessageTemplate row = new MessageTemplateImpl();
      row.setTemplateKey(TEMPLATE);
      row.setLocaleCode(locale);
      row.setActive(false);
      row.setVersion(1);
      row.setSubject(texts.getProperty("subject"));
      row.setPreheader(texts.getProperty("preheader"));
      row.setHeading(texts.getProperty("heading"));
      row.setIntro(texts.getProperty("intro"));
      row.setClosing(texts.getProperty("closing"));
      row.setHtmlLayout(labelled("thank-you.html.vm", texts));
      row.setTextLayout(labelled("thank-you.txt.vm", texts));
      em.persist(row);
    }
    return null;
  }

  private static Void prompt(EntityManager em, String locale) {
    List<?> known =
        em.createQuery(
                "select p.id from org.postpurchase.broadleaf.entity.ConfirmationPrompt p where p.localeCode = :locale")
            .setParameter("locale", locale)
            .getResultList();
    if (known.isEmpty()) {
      Properties texts = properties("confirmation_" + locale + ".properties");
      ConfirmationPrompt row = new ConfirmationPromptImpl();
      row.setLocaleCode(locale);
      row.setActive(false);
      row.setHeading(texts.getProperty("heading"));
      row.setMessage(texts.getProperty("message"));
      row.setStepsHeading(texts.getProperty("stepsHeading"));
      row.setStepReceived(texts.getProperty("stepReceived"));
      row.setStepShipped(texts.getProperty("stepShipped"));
      row.setStepDelivered(texts.getProperty("stepDelivered"));
      row.setShipDays(Integer.valueOf(texts.getProperty("shipDays")));
      row.setDeliveryDaysMin(Integer.valueOf(texts.getProperty("deliveryDaysMin")));
      row.setDeliveryDaysMax(Integer.valueOf(texts.getProperty("deliveryDaysMax")));
      em.persist(row);
    }
    return null;
  }

  private static void guarded(String locale, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("presets for locale {} not installed: {}", locale, e.toString());
    }
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (Reader reader = open(name)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new PostPurchaseException("The shipped preset " + name + " cannot be read.", e);
    }
  }

  /** The shared layout with its {@code [[labels]]} in one language. */
  private static String labelled(String name, Properties labels) {
    String layout = text(name);
    for (String label : labels.stringPropertyNames()) {
      layout = layout.replace("[[" + label + "]]", labels.getProperty(label));
    }
    return layout;
  }

  private static String text(String name) {
    try (Reader reader = open(name)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[4096];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    } catch (IOException e) {
      throw new PostPurchaseException("The shipped preset " + name + " cannot be read.", e);
    }
  }

  private static Reader open(String name) throws IOException {
    InputStream stream = InstallPresets.class.getResourceAsStream("/postpurchase/presets/" + name);
    if (stream == null) {
      throw new IOException("not in the jar");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
