package org.postpurchase.broadleaf.config;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.postpurchase.broadleaf.settings.JdbcProgrammeReader;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderModel;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.reward.jdbc.RewardJdbcModule;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.DueSteps;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.MoveRuns;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.StaffSteps;
import org.postpurchase.series.StepCountStore;
import org.postpurchase.series.Triggers;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.jdbc.Installation;
import org.postpurchase.tracking.LinkSigner;

/** Stores and use cases around series, codes and consents, put together once for each webapp. */
public final class SeriesParts {
  private static final int KEY_BYTES = 32;
  private SeriesEngine engine;

  private final SeriesCatalog catalog;
  private final SeriesVersionStore versions;
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final StepCountStore stepCounts;
  private final TemplateVersions templateVersions;
  private final RewardCodeStore rewardCodes;
  private final RewardOffers rewardOffers;
  private final IssueReward issueReward;
  private final RedeemReward redeemReward;
  private final ConsentStore consentStore;
  private final Consents consents;
  private final SeriesModel model;
  private final LinkSigner signer;
  private final UnsubscribeLinks links;
  private final ValidateSeries validate;
  private final PublishSeries publish;

  SeriesParts(
      Ground ground,
      SeriesCatalog catalog,
      TemplateReader templates,
      Renderer renderer,
      OrderModel orderModel,
      Triggers triggers,
      RewardOffers rewardOffers) {
    SecureRandom random = new SecureRandom();
    this.catalog = catalog;
    this.rewardOffers = rewardOffers;
    versions = SeriesJdbcModule.versions(ground.jdbc, ground.dialect);
    enrollments = SeriesJdbcModule.enrollments(ground.jdbc, ground.inserts, ground.dialect);
    executions = SeriesJdbcModule.executions(ground.jdbc, ground.dialect);
    stepCounts = SeriesJdbcModule.stepCounts(ground.jdbc);
    templateVersions =
        MessagingJdbcModule.templateVersions(ground.jdbc, ground.dialect, ground.clock);
    rewardCodes = RewardJdbcModule.codes(ground.jdbc, ground.inserts);
    issueReward = new IssueReward(rewardCodes, rewardOffers, random);
    redeemReward =
        new RedeemReward(
            rewardCodes,
            rewardOffers,
            () -> grace(new JdbcProgrammeReader(ground.jdbc)),
            ground.transactions,
            ground.clock);
    consentStore =
        ConsentJdbcModule.consents(
            ground.jdbc, ground.inserts, ground.channels.main().consentKey());
    consents = new Consents(consentStore, ground.transactions, ground.clock);
    model = new SeriesModel(orderModel, triggers);
    signer = signer(ground, random);
    links = new UnsubscribeLinks(() -> ground.shop, signer).by(ground.channels);
    validate =
        new ValidateSeries(templates, renderer, model, rewardOffers, ground.channels, ground.clock);
    publish = new PublishSeries(versions, templates, templateVersions);
  }

  /**
   * The engine on these parts, run by one node.
   *
   * @param batch how many due steps are decided in one transaction
   */
  SeriesEngine engine(Ground ground, SeriesEngine.Sources sources, Facts facts, int batch) {
    engine =
        new SeriesEngine(
            new SeriesEngine.Stores(
                versions, enrollments, executions, facts.decisions, facts.messages, facts.lines),
            sources.with(ground.members).by(ground.channels),
            new SeriesEngine.Rewards(rewardCodes, issueReward, redeemReward),
            consents,
            new DueSteps.Pace(
                    new AttemptPolicy(
                        5, Duration.ofSeconds(5), Duration.ofMinutes(10), new Random()),
                    ground.transactions,
                    ground.clock)
                .inBatchesOf(batch));
    return engine;
  }

  /** What people at the desk do about one run. */
  public StaffSteps getStaffSteps() {
    return engine.staff();
  }

  /** Moves people who are inside a series to its live version. */
  public MoveRuns getMoveRuns() {
    return engine.moveRuns();
  }

  /** Stores of other features that the engine writes to. */
  static final class Facts {
    final DecisionStore decisions;
    final MessageStore messages;
    final OrderLineStore lines;

    Facts(DecisionStore decisions, MessageStore messages, OrderLineStore lines) {
      this.decisions = decisions;
      this.messages = messages;
      this.lines = lines;
    }
  }

  /** The programme's, also for codes that nobody paid points for. */
  private static Duration grace(ProgrammeReader programmes) {
    return Duration.ofDays(programmes.find().map(p -> p.timing.graceDays).orElse(0));
  }

  private static LinkSigner signer(Ground ground, SecureRandom random) {
    byte[] fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    byte[] key =
        new Installation(ground.jdbc, ground.dialect, ground.transactions)
            .linkKey(fresh, Clock.systemUTC().instant());
    return new LinkSigner(key, ground.clock);
  }

  public SeriesCatalog getCatalog() {
    return catalog;
  }

  public SeriesVersionStore getVersions() {
    return versions;
  }

  public EnrollmentStore getEnrollments() {
    return enrollments;
  }

  /** For screens: what became of each step. */
  public StepCountStore getStepCounts() {
    return stepCounts;
  }

  public ExecutionStore getExecutions() {
    return executions;
  }

  public TemplateVersions getTemplateVersions() {
    return templateVersions;
  }

  public RewardCodeStore getRewardCodes() {
    return rewardCodes;
  }

  public RewardOffers getRewardOffers() {
    return rewardOffers;
  }

  public IssueReward getIssueReward() {
    return issueReward;
  }

  public RedeemReward getRedeemReward() {
    return redeemReward;
  }

  public ConsentStore getConsentStore() {
    return consentStore;
  }

  public Consents getConsents() {
    return consents;
  }

  /** What texts of a series may show. */
  public SeriesModel getModel() {
    return model;
  }

  /** Signs every kind of link of this shop. */
  public LinkSigner getSigner() {
    return signer;
  }

  public UnsubscribeLinks getLinks() {
    return links;
  }

  public ValidateSeries getValidate() {
    return validate;
  }

  public PublishSeries getPublish() {
    return publish;
  }
}
