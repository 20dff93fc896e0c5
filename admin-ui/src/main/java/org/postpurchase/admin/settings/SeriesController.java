package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.SeriesStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits series and switches them on, with their steps below the form. */
@Controller
@RequestMapping("/post-purchase-series")
class SeriesController extends SettingsController {
  private final SeriesFacts facts;

  public SeriesController(ChoiceWords words, SeriesFacts facts) {
    super("post-purchase-series", Series.class, true, words);
    this.facts = facts;
  }

  @Override
  String formView() {
    return "post-purchase/seriesForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    facts.of(id, locale).ifPresent(series -> model.addAttribute("series", series));
  }

  @Override
  Removal removal(long id, Locale locale) {
    SeriesNote series = facts.of(id, locale).orElse(null);
    if (series != null && SeriesStatus.ACTIVE.name().equals(series.getStatus())) {
      return Removal.impossible("PostPurchase_Problem_SeriesActive");
    }
    if (series != null && series.inside > 0) {
      return Removal.impossible("PostPurchase_Remove_SeriesInside", series.inside);
    }
    return Removal.meaning("PostPurchase_Remove_Series", "PostPurchase_Removed_Series");
  }
}
