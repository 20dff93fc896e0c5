package org.postpurchase.demo.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.codehaus.jackson.map.ObjectMapper;
import org.postpurchase.demo.launcher.DemoRuntime;
import org.postpurchase.demo.launcher.mailbox.StoredMail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Plays a provider of text messages that answers as Twilio does: what it takes appears in the
 * mailbox, is reported as delivered, and may be answered there. Exists in the demo only.
 */
@Controller
class SmsController {
  /** The same as {@code postpurchase.sms.token} of the demo. */
  private static final String TOKEN = "demo-sms-token";

  private static final String ACCOUNT = "ACdemo";
  private static final String PRICE = "-0.07500";
  private static final int SEGMENT = 160;
  private static final Pattern REPLY = Pattern.compile("<Message>(.*?)</Message>");

  private final ObjectMapper json = new ObjectMapper();

  @RequestMapping(
      value = "/sms-provider/2010-04-01/Accounts/{account}/Messages.json",
      method = RequestMethod.POST)
  void send(
      @RequestParam("To") String to,
      @RequestParam(value = "From", defaultValue = "shop") String from,
      @RequestParam("Body") String body,
      @RequestParam("StatusCallback") String callback,
      HttpServletResponse response)
      throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (DemoRuntime.mailbox().isRefusing()) {
      answer.put("code", 20503);
      answer.put("message", "Service unavailable");
      answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, answer);
      return;
    }
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    DemoRuntime.mailbox().receiveText(sid, from, to, body);
    answer.put("sid", sid);
    answer.put("status", "queued");
    answer.put("num_segments", String.valueOf((body.length() + SEGMENT - 1) / SEGMENT));
    answer(response, HttpServletResponse.SC_CREATED, answer);
    Map<String, String> report = new TreeMap<>();
    report.put("MessageSid", sid);
    report.put("MessageStatus", "delivered");
    report.put("AccountSid", ACCOUNT);
    report.put("From", from);
    report.put("To", to);
    report.put("Price", PRICE);
    report.put("PriceUnit", "EUR");
    Thread thread = new Thread(() -> report(callback, report), "demo-sms");
    thread.setDaemon(true);
    thread.start();
  }

  private void report(String callback, Map<String, String> report) {
    try {
      call(callback, report);
    } catch (IOException e) { // as a provider whose callback is lost
      System.err.println("The demo's provider could not report a text message: " + e);
    }
  }

  private void answer(HttpServletResponse response, int status, Map<String, Object> answer)
      throws IOException {
    byte[] bytes = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }

  /** Answers a text message as its reader would. */
  @RequestMapping(value = "/mailbox/{id}/reply", method = RequestMethod.POST)
  String reply(
      @PathVariable("id") long id, @RequestParam("text") String text, HttpServletRequest request)
      throws IOException {
    Optional<StoredMail> sms = DemoRuntime.mailbox().find(id);
    if (!sms.isPresent()) {
      return "redirect:/mailbox";
    }
    String number = sms.get().getTo().get(0);
    String shop = sms.get().getHeaders().get("X-Sms-From");
    Map<String, String> message = new TreeMap<>();
    message.put("MessageSid", "SM" + UUID.randomUUID().toString().replace("-", ""));
    message.put("AccountSid", ACCOUNT);
    message.put("From", number);
    message.put("To", shop);
    message.put("Body", text);
    String url =
        "http://localhost:"
            + request.getServerPort()
            + request.getContextPath()
            + "/post-purchase/callback/sms/inbound";
    Matcher answer = REPLY.matcher(call(url, message));
    if (answer.find()) {
      String words = answer.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
      DemoRuntime.mailbox().receiveText("SM" + UUID.randomUUID(), shop, number, words);
    }
    return "redirect:/mailbox?to=" + URLEncoder.encode(number, "UTF-8");
  }

  private static String call(String url, Map<String, String> form) throws IOException {
    StringBuilder body = new StringBuilder();
    StringBuilder signed = new StringBuilder(url);
    for (Map.Entry<String, String> field : form.entrySet()) {
      signed.append(field.getKey()).append(field.getValue());
      body.append(body.length() == 0 ? "" : "&")
          .append(URLEncoder.encode(field.getKey(), "UTF-8"))
          .append('=')
          .append(URLEncoder.encode(field.getValue(), "UTF-8"));
    }
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("X-Twilio-Signature", signature(signed.toString()));
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.toString().getBytes(StandardCharsets.US_ASCII));
    }
    try (InputStream in = connection.getInputStream()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] part = new byte[1024];
      for (int read = in.read(part); read > 0; read = in.read(part)) {
        all.write(part, 0, read);
      }
      return new String(all.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
