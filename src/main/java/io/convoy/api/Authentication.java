package io.convoy.api;

import io.convoy.base.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks. With a tokens file every request to the API names one of its tokens. Without, Convoy listens on loopback
 * only, takes the caller's word in {@code X-Convoy-Actor}, and refuses what a page in the caller's browser may have sent.
 */
@ApplicationScoped
class Authentication {

    private static final String ACTOR = "X-Convoy-Actor";
    private static final String BEARER = "bearer ";

    private final Optional<Tokens> tokens;
    private final CallerIdentity caller;

    Authentication(TokensConfig config, CallerIdentity caller) {
        this.tokens = config.file().map(Tokens::read);
        this.caller = caller;
    }

    boolean isConfigured() {
        return tokens.isPresent();
    }

    /** Answers in the request's place where it is refused. */
    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response identify(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (tokens.isEmpty()) {
            return byWord(request, path);
        }
        return path.startsWith("/api/") ? byToken(request, tokens.get(), path) : null;
    }

    private @Nullable Response byToken(ContainerRequestContext request, Tokens known, String path) {
        String header = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElse("");
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Optional<Actor> holder =
                    known.holderOf(header.substring(BEARER.length()).strip());
            if (holder.isPresent()) {
                caller.is(holder.get());
                return null;
            }
        }
        Response problem = Problems.of(401, "Send 'Authorization: Bearer' with a token of this Convoy's", path);
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private @Nullable Response byWord(ContainerRequestContext request, String path) {
        // Not the Host header: HTTP/2 has none.
        String authority = request.getUriInfo().getRequestUri().getRawAuthority();
        if (!Loopback.isNamed(authority) || !Loopback.isOrigin(request.getHeaderString("Origin"))) {
            return Problems.of(403, "Without a tokens file Convoy answers requests of this machine only", path);
        }
        String name = request.getHeaderString(ACTOR);
        if (name != null && !ActorNames.isValid(name)) {
            return Problems.of(400, ACTOR + " is made of " + ActorNames.FORM, path);
        }
        if (name != null) {
            caller.is(new Actor(name));
        }
        return null;
    }
}
