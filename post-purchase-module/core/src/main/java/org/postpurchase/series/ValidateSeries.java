package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.ContentKind;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.moment.Trigger;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Finds everything that would keep a series from running, before it is switched on: every template
 * is tried out with a made-up order or member as its own step would use it. Changes nothing.
 */
public final class ValidateSeries {
  private static final String UNSUBSCRIBE = "https://shop.example/unsubscribe-trial";

  /** What a text says that is ended by a reply. */
  private static final Pattern STOP = Pattern.compile("\\bSTOP\\b");

  private final TemplateReader templates;
  private final Renderer renderer;
  private final SeriesModel model;
  private final RewardOffers offers;
  private final Channels channels;
  private final Clock clock;
  private Predicate<String> segments = key -> true;

  public ValidateSeries(
      TemplateReader templates,
      Renderer renderer,
      SeriesModel model,
      RewardOffers offers,
      Channels channels,
      Clock clock) {
    this.channels = channels;
    this.templates = templates;
    this.renderer = renderer;
    this.model = model;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * The shop has segments.
   *
   * @param newSegments whether there is one of that key
   */
  public ValidateSeries with(Predicate<String> newSegments) {
    segments = newSegments;
    return this;
  }

  /** Empty when the series can be switched on. */
  public List<SeriesProblem> problems(SeriesDefinition series) {
    List<SeriesProblem> found = new ArrayList<>();
    if (series.name.trim().isEmpty()) {
      found.add(new SeriesProblem("", "name", SeriesProblem.Code.NO_NAME, ""));
    }
    if (series.steps.isEmpty()) {
      found.add(new SeriesProblem("", "status", SeriesProblem.Code.NO_STEPS, series.name));
    }
    series.steps.forEach(step -> found.addAll(CheckSteps.alone(step, channels)));
    Trigger trigger = model.triggers().find(series.trigger).orElse(null);
    if (trigger == null) {
      found.add(
          new SeriesProblem("", "triggerKey", SeriesProblem.Code.UNKNOWN_TRIGGER, series.trigger));
      return found;
    }
    series.steps.forEach(step -> found.addAll(CheckSteps.under(trigger, step)));
    found.addAll(CheckSteps.together(series.steps));
    found.addAll(CheckWays.all(series, model.triggers()));
    found.addAll(segmentProblems("", series.segment));
    for (Step step : series.steps) {
      found.addAll(segmentProblems(step.key, step.segment));
      if (step.isBranch() || step.off) {
        continue;
      }
      found.addAll(templateProblems(trigger, step, step.templateKey));
      if (step.givesReward()) {
        offerProblem(step).ifPresent(found::add);
      }
    }
    return found;
  }

  /** What would keep a step of the series from sending another template instead of its own. */
  public List<SeriesProblem> wording(SeriesDefinition series, Step step, String templateKey) {
    return model
        .triggers()
        .find(series.trigger)
        .map(trigger -> templateProblems(trigger, step, templateKey))
        .orElseGet(Collections::emptyList);
  }

  /** What is wrong with who enters and what ends it; a draft may have everything else open. */
  public List<SeriesProblem> entering(SeriesDefinition draft) {
    return CheckWays.entering(draft, model.triggers());
  }

  /** Nobody would ever be in a segment that was deleted. */
  private List<SeriesProblem> segmentProblems(String stepKey, String segment) {
    CheckSteps.Problems found = new CheckSteps.Problems(stepKey);
    found.add(
        !segment.isEmpty() && !segments.test(segment),
        "segmentKey",
        SeriesProblem.Code.SEGMENT_GONE,
        segment);
    return found.list;
  }

  private Optional<SeriesProblem> offerProblem(Step step) {
    Instant now = clock.instant();
    if (!offers.title(step.rewardOfferId, Locale.ENGLISH, now).isPresent()) {
      return Optional.of(
          new SeriesProblem(
              step.key,
              "rewardOffer",
              SeriesProblem.Code.REWARD_OFFER_MISSING,
              "" + step.rewardOfferId));
    }
    return offers
        .publicCode(step.rewardOfferId, now)
        .map(
            code ->
                new SeriesProblem(
                    step.key, "rewardOffer", SeriesProblem.Code.REWARD_OFFER_PUBLIC, code));
  }

  private List<SeriesProblem> templateProblems(Trigger trigger, Step step, String templateKey) {
    CheckSteps.Problems found = new CheckSteps.Problems(step.key);
    List<MessageTemplate> languages = templates.active(templateKey);
    found.add(languages.isEmpty(), "templateKey", SeriesProblem.Code.TEMPLATE_MISSING, templateKey);
    Channel channel = channels.find(step.channel).orElseGet(channels::main);
    boolean textAlone = channel.content() == ContentKind.TEXT;
    for (MessageTemplate template : languages) {
      try {
        Map<String, Object> facts = facts(trigger, step, template);
        RenderedMessage trial =
            textAlone
                ? renderer.render(template, facts, ContentKind.TEXT)
                : renderer.judge(template, facts);
        boolean silent =
            step.isMarketing()
                && !((textAlone || trial.html.contains(UNSUBSCRIBE))
                    && trial.text.contains(UNSUBSCRIBE))
                && !(channel.stopsByReply() && STOP.matcher(trial.text).find());
        int characters = trial.text.codePointCount(0, trial.text.length());
        found.add(
            characters > channel.limits().charactersMax,
            "templateKey",
            SeriesProblem.Code.TEXT_TOO_LONG,
            template.key
                + " ("
                + template.localeCode
                + "): "
                + characters
                + " > "
                + channel.limits().charactersMax);
        found.add(
            silent,
            "templateKey",
            SeriesProblem.Code.TEMPLATE_WITHOUT_UNSUBSCRIBE,
            template.key + " (" + template.localeCode + ")");
      } catch (PostPurchaseException broken) {
        found.add(true, "templateKey", SeriesProblem.Code.TEMPLATE_BROKEN, broken.getMessage());
      }
    }
    return found.list;
  }

  private Map<String, Object> facts(Trigger trigger, Step step, MessageTemplate template) {
    Locale locale = LocaleCode.parse(template.localeCode);
    boolean rewarded = step.givesReward() || step.condition == ConditionType.REWARD_UNUSED;
    SeriesModel.Facts facts =
        trigger.isAboutOrder()
            ? new SeriesModel.Facts(
                OrderModel.example(locale), new OrderProgress(Collections.emptyList()))
            : new SeriesModel.Facts(
                Member.example(locale), model.triggers().example(trigger.key(), locale));
    return model.of(
        facts
            .reward(rewarded ? Optional.of(ExampleReward.at(clock.instant())) : Optional.empty())
            .unsubscribeUrl(step.isMarketing() ? UNSUBSCRIBE : ""));
  }
}
