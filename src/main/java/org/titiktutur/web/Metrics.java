package org.titiktutur.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * {@code /metrics} in the format of Prometheus. Nothing in it names a person or a title. The meters
 * are made when somebody asks for the first time.
 */
@Path("/metrics")
public final class Metrics implements ContainerResponseFilter {

  private final boolean forAll;
  private final Map<String, IntSupplier> waiting;

  /** Answers by the first digit of their status. */
  private final LongAdder[] answers =
      IntStream.range(0, 6).mapToObj(each -> new LongAdder()).toArray(LongAdder[]::new);

  private PrometheusMeterRegistry registry;

  /**
   * Counts from now on.
   *
   * @param waiting how many jobs wait, by the name of their lane
   */
  public Metrics(WebSettings settings, Map<String, IntSupplier> waiting) {
    this.forAll = settings.metricsForAll();
    this.waiting = Map.copyOf(waiting);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    answers[Math.min(5, response.getStatus() / 100)].increment();
  }

  @GET
  @Produces("text/plain;version=0.0.4;charset=utf-8")
  public String get(@Context ContainerRequestContext request) {
    if (!forAll && !Flood.isLoopback(Flood.address(request))) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return registry().scrape();
  }

  // The binders that hold listeners, and would have to be closed, are not used.
  private synchronized PrometheusMeterRegistry registry() {
    if (registry == null) {
      registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      new UptimeMetrics().bindTo(registry);
      for (int digit = 1; digit <= 5; digit++) {
        FunctionCounter.builder("titik.answers", answers[digit], LongAdder::sum)
            .tag("status", digit + "xx")
            .register(registry);
      }
      waiting.forEach(
          (lane, count) ->
              Gauge.builder("titik.jobs.waiting", count, IntSupplier::getAsInt)
                  .tag("lane", lane)
                  .register(registry));
    }
    return registry;
  }
}
