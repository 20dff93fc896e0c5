package org.postpurchase.admin.preset;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.admin.settings.ExampleOrders;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.series.SeriesModel;

/** Mails of presets, shown with a made-up order. */
public final class PresetMails {
  /** The example's pictures lie on no server; a drawing stands for them. */
  private static final String PICTURE = "https://shop.example/picture.png";

  private static final String DRAWING =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E%3Crect"
          + " width='96' height='96' fill='%23e9e2d4'/%3E%3Cpath d='M26 34h38v18a16 16 0 0 1-16"
          + " 16h-6a16 16 0 0 1-16-16z' fill='%231d6b52'/%3E%3Cpath d='M64 39h5a8 8 0 0 1 0 16h-6'"
          + " fill='none' stroke='%231d6b52' stroke-width='5'/%3E%3Cpath d='M36 27c0-4 4-4 4-8m9 8c0-4"
          + " 4-4 4-8' fill='none' stroke='%238a7b5c' stroke-width='3'/%3E%3C/svg%3E";

  private final PresetGallery gallery;
  private final Renderer renderer;
  private final SeriesModel model;
  private final Clock clock;

  public PresetMails(PresetGallery gallery, Renderer renderer, SeriesModel model, Clock clock) {
    this.gallery = gallery;
    this.renderer = renderer;
    this.model = model;
    this.clock = clock;
  }

  /** The finished mail as its reader sees it. */
  RenderedMessage of(String templateKey, String language) {
    Locale locale = Locale.forLanguageTag(language);
    Map<String, Object> example = ExampleOrders.models(model, locale, clock.instant()).get(0);
    RenderedMessage mail = renderer.render(gallery.mail(templateKey, language), example);
    return new RenderedMessage(
        mail.subject, mail.html.replace(PICTURE, DRAWING), mail.text, mail.templateVersion);
  }
}
