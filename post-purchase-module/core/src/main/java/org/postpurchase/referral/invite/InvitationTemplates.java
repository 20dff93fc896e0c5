package org.postpurchase.referral.invite;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;

/**
 * The words of invitations, and the merchant's templates for all other messages. They are the
 * product's and hold nothing that an advocate has written but a first name, so that nobody can send
 * other people texts of their own through the shop.
 */
public final class InvitationTemplates implements TemplateReader {
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019 -]{0,29}");

  private static final String HTML =
      "<!DOCTYPE html><html lang=\"${language}\"><head><meta charset=\"utf-8\">"
          + "<meta name=\"viewport\" content=\"width=device-width\">"
          + "<meta name=\"color-scheme\" content=\"light dark\"><title>${texts.subject}</title>"
          + "</head><body style=\"margin:0;padding:24px 16px;background:#f3f1ec;"
          + "font:16px/1.55 Helvetica,Arial,sans-serif;color:#22302b;\">"
          + "<div style=\"max-width:560px;margin:0 auto;padding:32px;background:#ffffff;"
          + "border:1px solid #e4e1d9;border-radius:16px;\">"
          + "<p style=\"margin:0 0 20px;font:bold 20px Georgia,serif;\">${shopName}</p>"
          + "<h1 style=\"margin:0 0 12px;font:bold 26px/1.25 Georgia,serif;\">${texts.heading}</h1>"
          + "$texts.introHtml"
          + "<p style=\"margin:24px 0;\"><a href=\"${url}\" style=\"display:inline-block;"
          + "padding:15px 28px;border-radius:999px;background:#1d6b52;color:#ffffff;"
          + "font-weight:bold;text-decoration:none;\">${texts.preheader}</a></p>"
          + "$texts.closingHtml"
          + "<p><a href=\"${unsubscribeUrl}\" style=\"color:inherit;\">%s</a></p>"
          + "</div></body></html>";
  private static final String TEXT =
      "${texts.heading}\n\n${texts.intro}\n\n${url}\n\n${texts.closing}\n\n%s: ${unsubscribeUrl}\n";

  private final TemplateReader others;

  public InvitationTemplates(TemplateReader others) {
    this.others = others;
  }

  /**
   * A first name as a mail to a stranger may show it: letters only, so that it can be neither an
   * address nor a sentence with a number to call. Empty for anything else.
   */
  static String shownName(String firstName) {
    String name = firstName.trim();
    boolean plain = NAME.matcher(name).matches() && name.split("[ -]+").length <= 3;
    return plain ? name : "";
  }

  @Override
  public Optional<MessageTemplate> findActive(String key, Locale locale) {
    return key.equals(InvitationMessages.TOUCH)
        ? Optional.of("de".equals(locale.getLanguage()) ? german() : english())
        : others.findActive(key, locale);
  }

  @Override
  public List<MessageTemplate> active(String key) {
    return others.active(key);
  }

  private static MessageTemplate english() {
    String who = "#if(${who} == '')Somebody you know#{else}${who}#end";
    return template(
        "en",
        "No more mail from this shop",
        new MessageTemplate.Texts(
            who + " recommends ${shopName}",
            "See the offer",
            who + " has something for you#if(${gift} != ''): ${gift}#end",
            who
                + " buys at ${shopName} and asked us to tell you about it. With the code ${code} you"
                + " get #if(${gift} == '')a discount#{else}${gift}#end on your first order.",
            "You get this one mail because "
                + "#if(${who} == '')somebody#{else}${who}#end entered your address. We do not write"
                + " to you again about it and do not keep your address.\n\n"
                + "${shopName}#if(${support} != ''), ${support}#end"));
  }

  private static MessageTemplate german() {
    String who = "#if(${who} == '')Jemand, den Sie kennen,#{else}${who}#end";
    return template(
        "de",
        "Keine Mails mehr von diesem Shop",
        new MessageTemplate.Texts(
            "#if(${who} == '')Eine Empfehlung f\u00fcr ${shopName}#{else}${who} empfiehlt"
                + " ${shopName}#end",
            "Angebot ansehen",
            who + " hat etwas f\u00fcr Sie#if(${gift} != ''): ${gift}#end",
            who
                + " kauft bei ${shopName} und hat uns gebeten, Ihnen davon zu erz\u00e4hlen. Mit dem"
                + " Code ${code} bekommen Sie #if(${gift} == '')einen Rabatt#{else}${gift}#end auf"
                + " Ihre erste Bestellung.",
            "Sie bekommen diese eine Mail, weil "
                + "#if(${who} == '')jemand#{else}${who}#end Ihre Adresse eingegeben hat. Wir"
                + " schreiben Ihnen deswegen nicht noch einmal und behalten Ihre Adresse nicht.\n\n"
                + "${shopName}#if(${support} != ''), ${support}#end"));
  }

  private static MessageTemplate template(
      String language, String unsubscribe, MessageTemplate.Texts texts) {
    return new MessageTemplate(
        InvitationMessages.TOUCH,
        language,
        1,
        true,
        Instant.EPOCH,
        texts,
        String.format(HTML, unsubscribe),
        String.format(TEXT, unsubscribe));
  }
}
