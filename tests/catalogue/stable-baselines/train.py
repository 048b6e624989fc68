from stable_baselines3 import PPO

PPO("MlpPolicy", "CartPole-v1").learn(1000)
