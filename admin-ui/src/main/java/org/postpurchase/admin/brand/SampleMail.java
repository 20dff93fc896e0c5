package org.postpurchase.admin.brand;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.ui.ExamplePicture;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.broadleaf.config.PostPurchase;
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

/** A mail with a made-up order, in a brand that is being tried out. Reads only. */
public final class SampleMail {
  /** In the order in which one is looked for: each shows much of a brand. */
  private static final String[] KEYS = {"reward-code", "thank-you", "review-request"};

  private final PostPurchase plugin;
  private final EntityTemplateReader templates;
  private final BrandLook look;
  private final Clock clock;

  public SampleMail(PostPurchase plugin, SettingsQuery query) {
    this.plugin = plugin;
    templates = new EntityTemplateReader(query, plugin::getShop);
    look = plugin.getBrand().getLook();
    clock = plugin.getClock();
  }

  /** Empty when no template that it could show is switched on, or it cannot be rendered. */
  Optional<RenderedMessage> in(Brand brand, Locale locale) {
    for (String key : KEYS) {
      List<MessageTemplate> found = templates.active(key);
      Optional<MessageTemplate> best =
          found.stream()
              .filter(
                  t -> LocaleCode.parse(t.localeCode).getLanguage().equals(locale.getLanguage()))
              .findFirst();
      if (!best.isPresent() && !found.isEmpty()) {
        best = Optional.of(found.get(0));
      }
      if (best.isPresent()) {
        return rendered(best.get(), brand);
      }
    }
    return Optional.empty();
  }

  private Optional<RenderedMessage> rendered(MessageTemplate template, Brand brand) {
    Locale locale = LocaleCode.parse(template.localeCode);
    SeriesModel model = plugin.getSeries().getModel();
    Map<String, Object> facts =
        new HashMap<>(
            model.of(
                new SeriesModel.Facts(
                        OrderModel.example(locale), new OrderProgress(Collections.emptyList()))
                    .moment(model.exampleMoment(locale))
                    .reward(Optional.of(ExampleReward.at(clock.instant())))
                    .unsubscribeUrl(plugin.getShop().url)));
    facts.put("brand", look.of(brand, locale));
    try {
      return Optional.of(ExamplePicture.drawnIn(plugin.getRenderer().render(template, facts)));
    } catch (PostPurchaseException broken) {
      return Optional.empty();
    }
  }
}
