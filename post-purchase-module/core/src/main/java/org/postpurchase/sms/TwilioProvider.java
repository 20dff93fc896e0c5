package org.postpurchase.sms;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.feedback.CallbackRequest;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.JsonValue;
import org.postpurchase.shared.PostPurchaseException;

/** Twilio's interface for messages, and every service that answers as it does. */
public final class TwilioProvider implements SmsProvider {
  private static final String KEY = "twilio";
  private static final String OPTED_OUT = "21610";

  /** No number that can get text messages. */
  private static final Set<String> NO_NUMBER =
      new HashSet<>(Arrays.asList("21211", "21214", "21217", "21614"));

  /** This message as it is written. */
  private static final Set<String> TEXT = new HashSet<>(Arrays.asList("21602", "21617", "21619"));

  /** The shop's account may not send there, but perhaps elsewhere. */
  private static final Set<String> NOT_THERE = new HashSet<>(Arrays.asList("21408", "21612"));

  private static final int CREATED_FROM = 200;
  private static final int CREATED_TO = 299;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final SmsSettings settings;
  private final JsonReader json;
  private final SmsHttp http;
  private final TwilioSignature signature;

  public TwilioProvider(SmsSettings settings, JsonReader json) {
    this(settings, json, SmsHttp.usual());
  }

  TwilioProvider(SmsSettings settings, JsonReader json, SmsHttp http) {
    this.settings = settings;
    this.json = json;
    this.http = http;
    this.signature = new TwilioSignature(settings.token, settings.publicUrl);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public SmsResult send(String number, String text, String callbackUrl) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", number);
    if (settings.service.isEmpty()) {
      form.put("From", settings.from);
    } else {
      form.put("MessagingServiceSid", settings.service);
    }
    form.put("Body", text);
    form.put("StatusCallback", callbackUrl);
    SmsHttp.Answer answer;
    try {
      answer =
          http.post(
              settings.baseUrl
                  + "/2010-04-01/Accounts/"
                  + encoded(settings.account)
                  + "/Messages.json",
              settings.account + ':' + settings.token,
              form(form));
    } catch (SmsHttp.NotReachedException e) {
      return SmsResult.failed(SendOutcome.unreachable(e.getMessage()));
    } catch (IOException e) {
      return SmsResult.failed(
          SendOutcome.of(
              SendOutcome.Kind.UNCLEAR,
              "the provider did not answer after it had the message: " + e.getMessage()));
    }
    return result(answer);
  }

  private SmsResult result(SmsHttp.Answer answer) {
    JsonValue said = said(answer.body);
    if (answer.status >= CREATED_FROM && answer.status <= CREATED_TO) {
      String id = said.get("sid").text();
      return id.isEmpty()
          ? SmsResult.failed(
              SendOutcome.of(
                  SendOutcome.Kind.UNCLEAR,
                  "the provider took the message and did not say under which name"))
          : SmsResult.taken(id, (int) said.get("num_segments").number());
    }
    String code = said.get("code").text();
    String reason =
        "the provider answered "
            + answer.status
            + (code.isEmpty() ? "" : ", " + code)
            + ": "
            + said.get("message").text();
    if (answer.status == TOO_MANY || answer.status == UNAVAILABLE) {
      return SmsResult.failed(SendOutcome.unreachable(reason));
    }
    if (answer.status >= SERVER_ERROR) { // it may have been taken before that went wrong
      return SmsResult.failed(SendOutcome.of(SendOutcome.Kind.UNCLEAR, reason));
    }
    return refused(code, reason);
  }

  private static SmsResult refused(String code, String reason) {
    if (code.equals(OPTED_OUT)) {
      return SmsResult.optedOut(reason);
    }
    if (NO_NUMBER.contains(code)) {
      return SmsResult.failed(SendOutcome.addressGone(reason));
    }
    if (TEXT.contains(code)) {
      return SmsResult.failed(SendOutcome.of(SendOutcome.Kind.CONTENT, reason));
    }
    SendOutcome ofShop = SendOutcome.of(SendOutcome.Kind.SENDER, reason);
    return SmsResult.failed(NOT_THERE.contains(code) ? ofShop.maybeOfThisMail() : ofShop);
  }

  private JsonValue said(String body) {
    try {
      return JsonValue.of(json.read(body));
    } catch (PostPurchaseException noJson) { // such as a proxy's page
      return JsonValue.of(null);
    }
  }

  @Override
  public boolean isGenuine(CallbackRequest request) {
    return signature.fits(request);
  }

  @Override
  public Optional<SmsReport> report(CallbackRequest request) {
    String id = first(request, "MessageSid", "SmsSid");
    SmsReport.State state = state(first(request, "MessageStatus", "SmsStatus"));
    if (id.isEmpty() || state == null || !request.field("Body").isEmpty()) {
      return Optional.empty();
    }
    SmsReport.Builder report =
        SmsReport.of(id, state, request.field("To")).about(reference(request.target));
    if (state == SmsReport.State.FAILED) {
      String code = request.field("ErrorCode");
      report.failed(code, meaning(code));
    }
    TwilioPrice.of(request).ifPresent(price -> report.cost(price.amount, price.currency));
    return Optional.of(report.build());
  }

  /** Null for what is no state of a message of ours, such as {@code received}. */
  private static SmsReport.State state(String status) {
    switch (status) {
      case "accepted":
      case "scheduled":
      case "queued":
      case "sending":
        return SmsReport.State.TAKEN;
      case "sent":
        return SmsReport.State.SENT;
      case "delivered":
      case "read":
        return SmsReport.State.DELIVERED;
      case "undelivered":
      case "failed":
      case "canceled":
        return SmsReport.State.FAILED;
      default:
        return null;
    }
  }

  private static SmsReport.Meaning meaning(String code) {
    switch (code) {
      case OPTED_OUT:
      case "30004": // blocked by the carrier on the holder's wish
        return SmsReport.Meaning.OPTED_OUT;
      case "30005": // unknown at its carrier
      case "30006": // a landline
      case "21211":
      case "21614":
        return SmsReport.Meaning.NO_SUCH_NUMBER;
      default:
        return SmsReport.Meaning.NOTHING;
    }
  }

  private static String reference(String target) {
    int at = target.indexOf(SmsCallbacks.REFERENCE + '=');
    if (at < 0) {
      return "";
    }
    String value = target.substring(at + SmsCallbacks.REFERENCE.length() + 1);
    int end = value.indexOf('&');
    try {
      return java.net.URLDecoder.decode(end < 0 ? value : value.substring(0, end), "UTF-8");
    } catch (IllegalArgumentException | UnsupportedEncodingException broken) {
      return "";
    }
  }

  @Override
  public Optional<InboundSms> inbound(CallbackRequest request) {
    String id = first(request, "MessageSid", "SmsSid");
    String from = request.field("From");
    boolean isOne = request.form.containsKey("Body") && !id.isEmpty() && from.startsWith("+");
    return isOne
        ? Optional.of(
            new InboundSms(id, from, request.field("Body"), !request.field("OptOutType").isEmpty()))
        : Optional.empty();
  }

  private static String first(CallbackRequest request, String name, String older) {
    String value = request.field(name);
    return value.isEmpty() ? request.field(older) : value;
  }

  @Override
  public String replying(String text) {
    String message = text.isEmpty() ? "" : "<Message>" + escaped(text) + "</Message>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + message + "</Response>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String replyType() {
    return "text/xml";
  }

  private static byte[] form(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(encoded(value)));
    return form.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String value) {
    try {
      return URLEncoder.encode(value, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM has UTF-8", e);
    }
  }
}
