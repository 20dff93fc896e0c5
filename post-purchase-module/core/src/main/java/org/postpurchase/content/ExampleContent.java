package org.postpurchase.content;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderSnapshot;

/** Made-up entries, to try texts on. */
final class ExampleContent {
  private ExampleContent() {}

  static FittingContent in(Locale locale) {
    boolean german = "de".equals(locale.getLanguage());
    OrderSnapshot order = OrderModel.example(locale);
    ContentEntry guide =
        entry(
            ContentKind.HOW_TO,
            german ? "Die ersten drei Tassen" : "The first three cups",
            german
                ? "Spülen Sie den Filter mit heißem Wasser.\n\nNehmen Sie 60 g Kaffee auf einen Liter."
                : "Rinse the filter with hot water.\n\nTake 60 g of coffee for a litre.");
    ContentEntry question =
        entry(
            ContentKind.FAQ,
            german ? "Darf er in die Spülmaschine?" : "May it go into the dishwasher?",
            german ? "Ja, in den oberen Korb." : "Yes, into the upper basket.");
    ContentEntry story =
        entry(
            ContentKind.NEWS,
            german ? "Neu: die Winterröstung" : "New: the winter roast",
            german ? "Gewürzt und rund." : "Spiced and round.");
    return new FittingContent(
        Collections.singletonList(
            new FittingContent.Guide(
                guide, order.lines.subList(0, Math.min(1, order.lines.size())))),
        Collections.singletonList(question),
        Arrays.asList(story));
  }

  private static ContentEntry entry(ContentKind kind, String title, String body) {
    return new ContentEntry.Builder(kind, ContentScope.SHOP, 0)
        .id(1, 1)
        .text(title, body)
        .link("/example", "")
        .active(true)
        .build();
  }
}
