package org.postpurchase.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;

/**
 * Opens cases from what happens to people, such as a review with few stars or a low score, in the
 * transaction in which it happens. Stands before the door through which moments reach series. That
 * a review lost stars ends here: a person is thanked for a review once.
 */
public final class OpenCasesOnMoments implements Moments {
  private static final String REVIEW = "REVIEW_LEFT";
  private static final String LOWERED = "REVIEW_LOWERED";
  private static final String SCORE = "SCORE_GIVEN";
  private static final int NPS_MOST = 10;

  private final Moments series;
  private final Supplier<Cases> cases;
  private final ServiceSettingsStore settings;

  public OpenCasesOnMoments(Moments series, Supplier<Cases> cases, ServiceSettingsStore settings) {
    this.series = series;
    this.cases = cases;
    this.settings = settings;
  }

  @Override
  public int report(Collection<Moment> moments) {
    ServiceSettings now = null;
    List<Moment> others = new ArrayList<>();
    for (Moment moment : moments) {
      boolean lowered = moment.trigger.equals(LOWERED);
      if (!lowered) {
        others.add(moment);
      }
      if (lowered || moment.trigger.equals(REVIEW) || moment.trigger.equals(SCORE)) {
        now = now == null ? settings.read() : now;
        if (now.active && isBad(moment, now)) {
          cases.get().open(cause(moment));
        }
      }
    }
    return others.isEmpty() ? 0 : series.report(others);
  }

  private static boolean isBad(Moment moment, ServiceSettings now) {
    if (!moment.trigger.equals(SCORE)) {
      return atMost(moment.values.numberOf("stars"), now.starsMost);
    }
    boolean ofTen = moment.values.numberOf("scoreMost").orElse(0) == NPS_MOST;
    return atMost(moment.values.numberOf("score"), ofTen ? now.npsMost : now.csatMost);
  }

  private static boolean atMost(OptionalLong value, int most) {
    return value.isPresent() && value.getAsLong() <= most;
  }

  private static NewCase cause(Moment moment) {
    boolean review = !moment.trigger.equals(SCORE);
    String subject =
        review
            ? moment.values.textOf("product")
                + " "
                + moment.values.numberOf("stars").orElse(0)
                + "/5"
            : moment.values.numberOf("score").orElse(0)
                + "/"
                + moment.values.numberOf("scoreMost").orElse(0);
    return NewCase.of(
            review ? CaseKind.REVIEW : CaseKind.SCORE,
            moment.key,
            EmailAddress.stored(moment.email.isEmpty() ? moment.contact : moment.email))
        .customer(moment.customerId.orElse(0), moment.firstName)
        .order(moment.orderId.orElse(0))
        .line(moment.lineId.orElse(0))
        .about(subject)
        .words(moment.values.textOf("comment"))
        .build();
  }

  @Override
  public Optional<Audience> audience(String trigger) {
    return series.audience(trigger);
  }

  @Override
  public Set<String> heard(Collection<String> triggers) {
    return series.heard(triggers);
  }
}
