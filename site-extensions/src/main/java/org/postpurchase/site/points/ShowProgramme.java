package org.postpurchase.site.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postpurchase.broadleaf.order.ImaginedSale;
import org.postpurchase.loyalty.Branding;
import org.postpurchase.loyalty.BrandingReader;
import org.postpurchase.loyalty.OrderPoints;
import org.postpurchase.loyalty.PointsUse;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.SalePoints;
import org.postpurchase.loyalty.ShowPoints;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopTexts;

/**
 * Tells everybody about the programme: how points are earned, used and lost. Knows nobody, so that
 * what it says may be kept and shown to the next visitor. Changes nothing.
 */
public final class ShowProgramme {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}([.,]\\d{1,3})?");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int TYPED_MAX = 20;

  private final ShowPoints points;
  private final BrandingReader branding;
  private final WaysToEarn ways;
  private final PointsWords words;
  private final Shop shop;

  public ShowProgramme(ShowPoints points, BrandingReader branding, ShopTexts texts, Shop shop) {
    this.points = points;
    this.branding = branding;
    this.words = new PointsWords(texts, () -> shop.zone, points::causeOf);
    this.ways = new WaysToEarn(points, words);
    this.shop = shop;
  }

  /**
   * Empty while there is no programme or it is switched off.
   *
   * @param typed amount of an order to work out what it would earn; empty for none
   */
  public Optional<ProgrammeView> page(Currency currency, Locale locale, String typed) {
    return points
        .sales(0)
        .map(
            sales ->
                new ProgrammeView(
                    head(sales.programme, locale),
                    ways.all(currency, locale),
                    spend(sales.programme, currency, locale),
                    life(sales.programme, locale),
                    calculation(sales, currency, locale, typed.trim())));
  }

  /** Whether a rule for that event is open, while the programme is on. */
  public boolean earnsBy(String eventCode) {
    return points.sales(0).isPresent()
        && points.waysToEarn().stream().anyMatch(rule -> rule.earnsBy(eventCode));
  }

  private ProgrammeView.Head head(Programme programme, Locale locale) {
    Branding looks = branding.branding();
    String name = programme.pointsName;
    ProgrammeView.Head head = new ProgrammeView.Head();
    head.language = words.language(locale);
    head.title = say("Title", locale, programme.name, shop.name);
    head.headline =
        LocalText.in(looks.headline.isEmpty() ? programme.name : looks.headline, locale);
    head.intro =
        looks.intro.isEmpty()
            ? say("Intro", locale, name, shop.name)
            : LocalText.in(looks.intro, locale);
    head.colour = COLOUR.matcher(looks.colour).matches() ? looks.colour : "";
    head.logo = looks.logoUrl;
    head.mine = say("Mine", locale, name);
    head.earnHeading = say("Earn", locale, name);
    head.spendHeading = say("Spend", locale, name);
    return head;
  }

  private List<String> spend(Programme programme, Currency currency, Locale locale) {
    Programme.Spending spending = programme.spending;
    List<String> told = new ArrayList<>();
    BigDecimal rate = spending.rates.of(currency).orElse(BigDecimal.ZERO);
    if (rate.signum() == 0 || spending.maxSharePercent == 0) {
      return told;
    }
    long enough = Math.max(spending.block, rate.setScale(0, RoundingMode.CEILING).longValueExact());
    spending
        .worth(enough, currency)
        .ifPresent(
            worth ->
                told.add(
                    say(
                        "Rate",
                        locale,
                        PointsWords.number(enough, locale),
                        programme.pointsName,
                        worth.format(locale))));
    if (spending.least() > 1) {
      told.add(
          say(
              "Minimum",
              locale,
              PointsWords.number(spending.least(), locale),
              programme.pointsName));
    }
    if (spending.block > 1) {
      told.add(say("Block", locale, PointsWords.number(spending.block, locale)));
    }
    told.add(
        spending.maxSharePercent == 100
            ? say("ShareAll", locale)
            : say("Share", locale, String.valueOf(spending.maxSharePercent)));
    return told;
  }

  private List<String> life(Programme programme, Locale locale) {
    Programme.Timing timing = programme.timing;
    List<String> told = new ArrayList<>();
    told.add(
        say(
            "Mature",
            locale,
            String.valueOf(timing.returnWindowDays),
            String.valueOf(timing.fallbackDays)));
    told.add(
        timing.validityDays == 0
            ? say("Forever", locale)
            : say("Validity", locale, PointsWords.number(timing.validityDays, locale)));
    told.add(say("Returns", locale, programme.pointsName));
    return told;
  }

  private ProgrammeView.Calculation calculation(
      SalePoints sales, Currency currency, Locale locale, String typed) {
    ProgrammeView.Calculation calculation = new ProgrammeView.Calculation();
    calculation.label = say("Amount", locale, currency.getSymbol(locale));
    calculation.amount = typed.length() > TYPED_MAX ? "" : typed;
    calculation.answer = "";
    if (typed.isEmpty()) {
      return calculation;
    }
    if (!AMOUNT.matcher(typed).matches()) {
      calculation.problem = true;
      calculation.answer = say("NoAmount", locale);
      return calculation;
    }
    Money amount =
        Money.of(new BigDecimal(typed.replace(',', '.')), currency, RoundingMode.HALF_UP);
    OrderPoints earned = sales.of(ImaginedSale.of(amount));
    String many = PointsWords.number(earned.points, locale);
    PointsUse use = PointsUse.of(sales.programme, earned.points, currency);
    if (use.state == PointsUse.State.TOO_FEW_POINTS) {
      calculation.answer =
          say("Answer", locale, amount.format(locale), many, earned.pointsName)
              + " "
              + say("Minimum", locale, PointsWords.number(use.least, locale), earned.pointsName);
      return calculation;
    }
    calculation.answer =
        sales
            .programme
            .spending
            .worth(earned.points, currency)
            .filter(worth -> !worth.isZero() && use.state == PointsUse.State.READY)
            .map(
                worth ->
                    say(
                        "AnswerWorth",
                        locale,
                        amount.format(locale),
                        many,
                        earned.pointsName,
                        worth.format(locale)))
            .orElseGet(() -> say("Answer", locale, amount.format(locale), many, earned.pointsName));
    return calculation;
  }

  private String say(String name, Locale locale, Object... values) {
    return words.programme(name, locale, values);
  }
}
