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
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
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
final class SampleMail {
  /** In the order in which one is looked for: each shows much of a brand. */
  private static final String[] KEYS = {"reward-code", "thank-you", "review-request"};

  private final SeriesParts series;
  private final Infrastructure base;
  private final EntityTemplateReader templates;
  final BrandLook look;
  private final Clock clock;

  public SampleMail(Infrastructure base, SettingsQuery query, BrandLook look, SeriesParts series) {
    this.base = base;
    this.series = series;
    this.look = look;
    templates = new EntityTemplateReader(query, () -> base.shop);
    clock = base.clock;
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
    SeriesModel model = series.model;
    Map<String, Object> facts =
        new HashMap<>(
            model.of(
                new SeriesModel.Facts(
                        OrderModel.example(locale), new OrderProgress(Collections.emptyList()))
                    .moment(model.exampleMoment(locale))
                    .reward(Optional.of(ExampleReward.at(clock.instant())))
                    .unsubscribeUrl(base.shop.url)));
    facts.put("brand", look.of(brand, locale));
    try {
      return Optional.of(ExamplePicture.drawnIn(series.renderer.render(template, facts)));
    } catch (PostPurchaseException broken) {
      return Optional.empty();
    }
  }
}
