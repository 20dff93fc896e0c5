package org.postpurchase.admin.design;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.mails.SendTest;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;

/** Sends the mails of a series one after another to the user who asks; see {@link SendTest}. */
final class SeriesTests {
  private final DesignParts parts;
  private final EntityTemplateReader templates;
  private final SendTest sendTest;

  public SeriesTests(DesignParts parts, SettingsQuery query, SendTest sendTest) {
    this.parts = parts;
    this.sendTest = sendTest;
    templates = new EntityTemplateReader(query, () -> parts.base.shop);
  }

  /** Where they go; empty for a user without an address. */
  String address() {
    return sendTest.address();
  }

  /** Whether all of them were taken; the first one that is not ends it. */
  boolean send(List<String> templateKeys, Locale locale) {
    int number = 0;
    for (String key : templateKeys) {
      number++;
      Optional<MessageTemplate> template = templates.findActive(key, locale);
      if (!template.isPresent()) {
        return false;
      }
      try {
        RenderedMessage mail = rendered(template.get());
        String subject = "[" + number + "/" + templateKeys.size() + "] " + mail.subject;
        if (!sendTest.isSent(
            new RenderedMessage(subject, mail.html, mail.text, mail.templateVersion))) {
          return false;
        }
      } catch (PostPurchaseException broken) {
        return false;
      }
    }
    return true;
  }

  private RenderedMessage rendered(MessageTemplate template) {
    Locale locale = LocaleCode.parse(template.localeCode);
    SeriesModel model = parts.series.model;
    Map<String, Object> facts =
        model.of(
            new SeriesModel.Facts(
                    OrderModel.example(locale), new OrderProgress(Collections.emptyList()))
                .moment(model.exampleMoment(locale))
                .reward(Optional.of(ExampleReward.at(parts.base.clock.instant())))
                .asks(ShownAsk.example(parts.base.shop.url, locale))
                .friends(FriendAsk.Shown.example(parts.base.shop.url))
                .unsubscribeUrl(parts.base.shop.url));
    return parts.series.renderer.render(template, facts);
  }
}
