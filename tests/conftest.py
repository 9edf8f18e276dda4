"""The same examples in every run and no limit of time for one: a suite that depends on chance or load says nothing."""

from hypothesis import HealthCheck, settings

settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")
