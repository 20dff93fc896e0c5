package org.postpurchase.admin.preset;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.admin.settings.ExampleOrders;
import org.postpurchase.admin.ui.ExamplePicture;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.series.SeriesModel;

/** Mails of presets, shown with a made-up order. */
final class PresetMails {
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

  /** All mails of presets in one language, about the same order; for one request. */
  Pictures in(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Pictures(language, ExampleOrders.pleasant(model, locale, clock.instant()));
  }

  /** See {@link PresetMails#in}. */
  final class Pictures {
    private final String language;
    private final Map<String, Object> example;

    private Pictures(String language, Map<String, Object> example) {
      this.language = language;
      this.example = example;
    }

    /** The finished mail as its reader sees it. */
    RenderedMessage of(String templateKey) {
      return ExamplePicture.drawnIn(renderer.render(gallery.mail(templateKey, language), example));
    }
  }
}
